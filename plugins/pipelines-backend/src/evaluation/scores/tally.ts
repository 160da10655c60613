import { Decimal } from '../exactDecimal';
import { clip } from '../intervals';
import { Judgement, Unit } from '../judge';
import { State } from '../verdict';

/** What was met and missed under one target. */
export interface TallyPart {
  /** In percent. */
  readonly target: number;
  readonly met: number;
  readonly missed: number;
}

/**
 * Counts of a promise in a month. `time` is in milliseconds. Counts of the same
 * unit can be added up; shares of them never can.
 */
export interface Tally {
  readonly unit: Unit;
  /** One for each target that held. */
  readonly parts: readonly TallyPart[];
  readonly met: number;
  readonly missed: number;
  /** Pending and at risk: slots that are not decided yet. */
  readonly open: number;
  readonly excluded: number;
  /**
   * What was to be judged, and what of it was. Of events in milliseconds: how
   * many there should have been nobody knows.
   */
  readonly expected: number;
  readonly judged: number;
  /** Of the expected: what had nothing to compare with. */
  readonly noBaseline: number;
  /** Ids of exclusions that touch it. */
  readonly exclusionIds: readonly string[];
}

interface Counted {
  readonly state: State;
  readonly amount: number;
  readonly target: number;
}

function sum(amounts: readonly number[]): number {
  return amounts
    .reduce((total, each) => total.plus(Decimal.of(each)), Decimal.of(0))
    .toNumber();
}

function amountOf(counted: readonly Counted[], ...states: State[]): number {
  return sum(
    counted.flatMap(each => (states.includes(each.state) ? each.amount : [])),
  );
}

function partsOf(counted: readonly Counted[]): TallyPart[] {
  const targets = [...new Set(counted.map(({ target }) => target))];
  return targets.map(target => {
    const part = counted.filter(each => each.target === target);
    return {
      target,
      met: amountOf(part, 'met'),
      missed: amountOf(part, 'missed'),
    };
  });
}

function counts(
  { unit, slots, intervals, events }: Judgement,
  month: { from: number; to: number },
  now: number,
): { counted: Counted[]; covered: Counted[] } {
  if (unit === 'slots') {
    const counted = slots
      .filter(
        ({ slot }) => slot.countsAt >= month.from && slot.countsAt < month.to,
      )
      .map(({ verdict, target }) => ({
        state: verdict.state,
        amount: 1,
        target,
      }));
    return { counted, covered: counted };
  }
  const window = { from: month.from, to: Math.min(month.to, now) };
  const covered = intervals.flatMap(interval =>
    clip([interval], window).map(
      ({ from, to, verdict }): Counted => ({
        // A risk is no miss yet: what it was about was well so far.
        state: verdict.state === 'at-risk' ? 'met' : verdict.state,
        amount: to - from,
        target: interval.target,
      }),
    ),
  );
  if (unit === 'time') return { counted: covered, covered };
  const counted = events
    .filter(({ at }) => at >= month.from && at < month.to)
    .flatMap(({ good, total, target }): Counted[] => {
      const bad = Decimal.of(total).minus(Decimal.of(good)).toNumber();
      return [
        { state: 'met', amount: good, target },
        { state: 'missed', amount: bad, target },
      ];
    });
  return { counted, covered };
}

function exclusionIdsOf(
  { slots, intervals }: Judgement,
  month: { from: number; to: number },
): string[] {
  const verdicts = [
    ...slots
      .filter(
        ({ slot }) => slot.countsAt >= month.from && slot.countsAt < month.to,
      )
      .map(({ verdict }) => verdict),
    ...clip(intervals, month).map(({ verdict }) => verdict),
  ];
  const ids = verdicts.flatMap(verdict =>
    verdict.state === 'excluded' ? verdict.exclusionIds : [],
  );
  return [...new Set(ids)].sort();
}

/** Counts what was judged of a promise within a month, until now. */
export function tallyOf(
  judgement: Judgement,
  month: { from: number; to: number },
  now: number,
): Tally {
  const { counted, covered } = counts(judgement, month, now);
  return {
    unit: judgement.unit,
    parts: partsOf(counted),
    met: amountOf(counted, 'met'),
    missed: amountOf(counted, 'missed'),
    open:
      judgement.unit === 'slots' ? amountOf(counted, 'pending', 'at-risk') : 0,
    excluded: amountOf(covered, 'excluded'),
    expected: amountOf(covered, 'met', 'missed', 'no-data', 'no-baseline'),
    judged: amountOf(covered, 'met', 'missed'),
    noBaseline: amountOf(covered, 'no-baseline'),
    exclusionIds: exclusionIdsOf(judgement, month),
  };
}

/**
 * The counts of several promises of one unit, or of one over several months,
 * together: pooled, so that what counts more weighs more.
 *
 * @throws RangeError if there are none, or their units differ
 */
export function poolTallies(tallies: readonly Tally[]): Tally {
  const [first] = tallies;
  if (!first || tallies.some(({ unit }) => unit !== first.unit)) {
    throw new RangeError('Only counts of one unit can be added up');
  }
  const parts = tallies.flatMap(tally => tally.parts);
  const targets = [...new Set(parts.map(({ target }) => target))];
  const total = (
    key:
      | 'met'
      | 'missed'
      | 'open'
      | 'excluded'
      | 'expected'
      | 'judged'
      | 'noBaseline',
  ) => sum(tallies.map(tally => tally[key]));
  return {
    unit: first.unit,
    parts: targets.map(target => {
      const same = parts.filter(part => part.target === target);
      return {
        target,
        met: sum(same.map(({ met }) => met)),
        missed: sum(same.map(({ missed }) => missed)),
      };
    }),
    met: total('met'),
    missed: total('missed'),
    open: total('open'),
    excluded: total('excluded'),
    expected: total('expected'),
    judged: total('judged'),
    noBaseline: total('noBaseline'),
    exclusionIds: [
      ...new Set(tallies.flatMap(({ exclusionIds }) => exclusionIds)),
    ].sort(),
  };
}
