import {
  Shift,
  ShiftReason,
} from '@techflow/backstage-plugin-pipelines-common';

/** The reason that decided who has duty: the last that is about a person. */
export function decidingReason({ reasons }: Shift): ShiftReason {
  const aboutPeople = reasons.filter(({ type }) => type !== 'all-hands');
  return aboutPeople[aboutPeople.length - 1] ?? reasons[0];
}

/** The period in which everyone watches, when the stretch lies in one. */
export function allHandsReason({ reasons }: Shift) {
  return reasons.find(reason => reason.type === 'all-hands');
}

/** Whose shift it is: the one who has it apart from holidays and cover. */
export function holderOf({ primary, reasons }: Shift): string {
  const moved = reasons.find(
    ({ type }) => type === 'holiday' || type === 'cover',
  );
  return moved && 'outgoing' in moved && moved.outgoing
    ? moved.outgoing
    : primary;
}

/** All reasons in one line, in the order in which they were applied. */
export function reasonWords({ reasons }: Shift): string {
  return reasons.map(({ text }) => text).join('; ');
}
