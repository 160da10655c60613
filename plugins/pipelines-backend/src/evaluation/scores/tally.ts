import { Decimal } from '../exactDecimal';
import { Unit } from '../judgement';
import { State } from '../verdict';
import { CountedInterval, CountedSlots, DayCount, exactSum } from './counted';

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
  /** One for each target that held; of time the one that held last is the last. */
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
  readonly exclusionIds: readonly string[];
}

interface TallyOptions {
  readonly unit: Unit;
  /** First instant, and that of the next month. */
  readonly month: { readonly from: number; readonly to: number };
  readonly now: number;
  /** Those that the month counts. */
  readonly slots: readonly CountedSlots[];
  /** Any; what lies within the month until now is counted. */
  readonly intervals: readonly CountedInterval[];
  /** Those of the month. */
  readonly days: readonly DayCount[];
}

function amountOf(counted: readonly Counted[], ...states: State[]): number {
  return exactSum(
    counted.flatMap(each => (states.includes(each.state) ? each.amount : [])),
  );
}

function partsOf(counted: readonly Counted[]): TallyPart[] {
  // By where each target held last: a target may come back.
  const targets = new Set(counted.map(({ target }) => target).reverse());
  return [...targets].reverse().map(target => {
    const part = counted.filter(each => each.target === target);
    return {
      target,
      met: amountOf(part, 'met'),
      missed: amountOf(part, 'missed'),
    };
  });
}

function coveredBy({ intervals, month, now }: TallyOptions): Counted[] {
  const end = Math.min(month.to, now);
  return [...intervals]
    .sort((a, b) => a.from - b.from)
    .flatMap(({ from, to = Infinity, state, target, exclusionIds }) => {
      const amount = Math.min(to, end) - Math.max(from, month.from);
      if (amount <= 0) return [];
      // A risk is no miss yet: what it was about was well so far.
      const counted = state === 'at-risk' ? 'met' : state;
      return [{ state: counted, amount, target, exclusionIds }];
    });
}

function eventsOf({ days }: TallyOptions): Counted[] {
  return days.flatMap(({ good, total, target }): Counted[] => {
    const bad = Decimal.of(total).minus(Decimal.of(good)).toNumber();
    return [
      { state: 'met', amount: good, target, exclusionIds: [] },
      { state: 'missed', amount: bad, target, exclusionIds: [] },
    ];
  });
}

/**
 * Counts what is kept of a promise within a month, until now.
 */
export function tallyOf(options: TallyOptions): Tally {
  const { unit } = options;
  const covered =
    unit === 'slots'
      ? options.slots.map(({ count, ...each }) => ({ ...each, amount: count }))
      : coveredBy(options);
  const counted = unit === 'events' ? eventsOf(options) : covered;
  const exclusionIds = covered.flatMap(each => each.exclusionIds);
  return {
    unit,
    parts: partsOf(counted),
    met: amountOf(counted, 'met'),
    missed: amountOf(counted, 'missed'),
    open: unit === 'slots' ? amountOf(counted, 'pending', 'at-risk') : 0,
    excluded: amountOf(covered, 'excluded'),
    expected: amountOf(covered, 'met', 'missed', 'no-data', 'no-baseline'),
    judged: amountOf(covered, 'met', 'missed'),
    noBaseline: amountOf(covered, 'no-baseline'),
    exclusionIds: [...new Set(exclusionIds)].sort(),
  };
}

const AMOUNTS = [
  'met',
  'missed',
  'open',
  'excluded',
  'expected',
  'judged',
  'noBaseline',
] as const;

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
  const [met, missed, open, excluded, expected, judged, noBaseline] =
    AMOUNTS.map(key => exactSum(tallies.map(tally => tally[key])));
  return {
    unit: first.unit,
    parts: targets.map(target => {
      const same = parts.filter(part => part.target === target);
      return {
        target,
        met: exactSum(same.map(part => part.met)),
        missed: exactSum(same.map(part => part.missed)),
      };
    }),
    met,
    missed,
    open,
    excluded,
    expected,
    judged,
    noBaseline,
    exclusionIds: [
      ...new Set(tallies.flatMap(({ exclusionIds }) => exclusionIds)),
    ].sort(),
  };
}
