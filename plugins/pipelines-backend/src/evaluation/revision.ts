import { Judgement } from './judgement';
import { kindOf, Verdict } from './verdict';

/** What later data changed in what was judged before. */
export type Revision =
  | {
      readonly type: 'slot';
      readonly key: string;
      readonly before?: Verdict;
      readonly after?: Verdict;
    }
  | {
      readonly type: 'time';
      readonly from: number;
      readonly to: number;
      readonly before?: Verdict;
      readonly after?: Verdict;
    }
  | {
      readonly type: 'counts';
      readonly before: { readonly good: number; readonly total: number };
      readonly after: { readonly good: number; readonly total: number };
    };

type Judged = Pick<Judgement, 'slots' | 'intervals' | 'events'>;

function isSame(one: Verdict | undefined, other: Verdict | undefined): boolean {
  if (!one || !other) return one === other;
  return kindOf(one) === kindOf(other);
}

function slotRevisions(before: Judged, after: Judged): Revision[] {
  const old = new Map(before.slots.map(each => [each.slot.key, each.verdict]));
  const renewed = new Map(
    after.slots.map(each => [each.slot.key, each.verdict]),
  );
  return [...new Set([...old.keys(), ...renewed.keys()])].flatMap(key => {
    const [one, other] = [old.get(key), renewed.get(key)];
    if (isSame(one, other)) return [];
    return [
      {
        type: 'slot' as const,
        key,
        ...(one && { before: one }),
        ...(other && { after: other }),
      },
    ];
  });
}

function verdictAt(
  { intervals }: Judged,
  instant: number,
): Verdict | undefined {
  return intervals.find(
    ({ from, to = Infinity }) => from <= instant && instant < to,
  )?.verdict;
}

function timeRevisions(
  before: Judged,
  after: Judged,
  window: { from: number; to: number },
): Revision[] {
  const instants = new Set(
    [...before.intervals, ...after.intervals]
      .flatMap(({ from, to = window.to }) => [from, to])
      .map(instant => Math.min(Math.max(instant, window.from), window.to)),
  );
  const bounds = [...instants].sort((a, b) => a - b);
  return bounds.slice(0, -1).flatMap((from, index) => {
    const one = verdictAt(before, from);
    const other = verdictAt(after, from);
    if (isSame(one, other)) return [];
    return [
      {
        type: 'time' as const,
        from,
        to: bounds[index + 1],
        ...(one && { before: one }),
        ...(other && { after: other }),
      },
    ];
  });
}

function countsOf({ events }: Judged): { good: number; total: number } {
  return {
    good: events.reduce((sum, each) => sum + each.good, 0),
    total: events.reduce((sum, each) => sum + each.total, 0),
  };
}

/**
 * What was judged otherwise, of a window that was closed: the caller keeps it
 * with who and when. Nothing, if only evidence was added.
 */
export function revisionsOf(options: {
  before: Judged;
  after: Judged;
  window: { from: number; to: number };
}): Revision[] {
  const { before, after, window } = options;
  const [old, renewed] = [countsOf(before), countsOf(after)];
  const isCounted = old.good === renewed.good && old.total === renewed.total;
  return [
    ...slotRevisions(before, after),
    ...timeRevisions(before, after, window),
    ...(isCounted
      ? []
      : [{ type: 'counts' as const, before: old, after: renewed }]),
  ];
}
