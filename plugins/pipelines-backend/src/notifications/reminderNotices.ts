import { KnownRotation } from '../rotations/KnownRotation';
import { listInWords } from '../oncall/words';
import { DutyMoment, endOfDuty } from './dutyMoments';
import { Notice } from './notice';
import { paragraph, spanInWords, titleOf } from './noticeWords';

type Told = Omit<Notice, 'recipient'>;
type Duty = Extract<DutyMoment, { kind: 'tomorrow' | 'starts' }>;
type Meeting = Extract<DutyMoment, { kind: 'handoff' }>;

const HOURS_OF_HANDOFF = 24;
const HOUR_MS = 3_600_000;

const inMinutes = (date: Date) => `${date.toISOString().slice(0, 16)}Z`;

function dutyNotices(rotation: KnownRotation, moment: Duty, now: Date) {
  const { kind, duty } = moment;
  const end = endOfDuty(rotation.state, duty);
  const isOver = kind === 'tomorrow' ? duty.start <= now : end <= now;
  if (isOver) return [];
  const span = { start: duty.start.getTime(), end: end.getTime() };
  const notice: Notice = {
    about: `${kind}/${rotation.ref}/${inMinutes(duty.start)}`,
    recipient: duty.primary,
    rotationRef: rotation.ref,
    title:
      kind === 'tomorrow'
        ? `You are on call from tomorrow: ${titleOf(rotation)}`
        : `Your on-call duty starts: ${titleOf(rotation)}`,
    description: paragraph(
      `${spanInWords(span, rotation.timeZone)} (${rotation.timeZone}).`,
      `${duty.reasons.map(({ text }) => text).join('; ')}.`,
    ),
    severity: kind === 'starts' ? 'high' : 'normal',
    topic: 'on-call-duty',
  };
  return [notice];
}

function handoffNotices(
  rotation: KnownRotation,
  { handoff }: Meeting,
  now: Date,
): Notice[] {
  const { meeting, from, to, stoodIn, movedFor } = handoff;
  const isOver = meeting.end.getTime() + HOURS_OF_HANDOFF * HOUR_MS <= +now;
  if (isOver) return [];
  const { nameOf } = rotation.state;
  const span = { start: meeting.start.getTime(), end: meeting.end.getTime() };
  const told: Told = {
    about: `handoff/${rotation.ref}/${handoff.number}/${inMinutes(
      meeting.start,
    )}`,
    rotationRef: rotation.ref,
    title: `Handoff is due: ${titleOf(rotation)}`,
    description: paragraph(
      `${nameOf(from)} hands over to ${nameOf(to)}, ${spanInWords(
        span,
        rotation.timeZone,
      )} (${rotation.timeZone}).`,
      movedFor && `Moved because of ${movedFor.name}.`,
      stoodIn.length > 0
        ? `${listInWords(stoodIn.map(nameOf))} stood in and may have notes.`
        : undefined,
    ),
    severity: 'normal',
    topic: 'on-call-handoffs',
  };
  return [from, to].map(recipient => ({ ...told, recipient }));
}

/** Whom to tell of a moment, and what; nobody when it has lost its use. */
export function reminderNotices(options: {
  rotation: KnownRotation;
  moment: DutyMoment;
  now: Date;
}): Notice[] {
  const { rotation, moment, now } = options;
  return moment.kind === 'handoff'
    ? handoffNotices(rotation, moment, now)
    : dutyNotices(rotation, moment, now);
}
