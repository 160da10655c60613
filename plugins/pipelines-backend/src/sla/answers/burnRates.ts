import { burnRate, State } from '../../evaluation';

const DAY_MS = 86_400_000;

/** The days that {@link burnRates} looks back at. */
export const BURN_DAYS = { day: 1, week: 7 } as const;

/** A time in one state, of a promise about time. */
export interface TimeInState {
  readonly from: Date;
  readonly to?: Date;
  readonly state: State;
}

/** What was counted on a day in the zone of the SLA, of a promise about events. */
export interface CountedDay {
  /** `yyyy-MM-dd` */
  readonly day: string;
  readonly good: number;
  readonly total: number;
}

interface Counts {
  readonly met: number;
  readonly missed: number;
}

function timeCounts(
  times: readonly TimeInState[],
  window: { from: number; to: number },
): Counts {
  const within = (...states: State[]) =>
    times
      .filter(({ state }) => states.includes(state))
      .reduce((sum, { from, to }) => {
        const end = Math.min(to ? +to : Infinity, window.to);
        return sum + Math.max(0, end - Math.max(+from, window.from));
      }, 0);
  // A risk is no miss yet, as in the score.
  return { met: within('met', 'at-risk'), missed: within('missed') };
}

function eventCounts(days: readonly CountedDay[], since: string): Counts {
  const some = days.filter(({ day }) => day >= since);
  const met = some.reduce((sum, { good }) => sum + good, 0);
  return { met, missed: some.reduce((sum, each) => sum + each.total, 0) - met };
}

/**
 * How fast a promise used up its budget in the last day and the last week; 1 uses
 * exactly all of it in a month. Events are known day by day: those of the whole
 * days in which the last day and the last week begin count too, which changes
 * little, since it is their share that counts.
 *
 * @param options - `dayAt`: the date of an instant in the zone of the SLA
 * @returns undefined out of nothing, and where there is no budget
 */
export function burnRates(options: {
  times: readonly TimeInState[];
  days: readonly CountedDay[];
  target: number;
  now: Date;
  dayAt: (instant: number) => string;
}): { day?: number; week?: number } | undefined {
  const { times, days, target, dayAt } = options;
  const now = +options.now;
  const rateOf = (length: number) => {
    const from = now - length * DAY_MS;
    const counts =
      days.length > 0
        ? eventCounts(days, dayAt(from))
        : timeCounts(times, { from, to: now });
    const rate = burnRate(counts, target);
    return typeof rate === 'number' ? rate : undefined;
  };
  const day = rateOf(BURN_DAYS.day);
  const week = rateOf(BURN_DAYS.week);
  if (day === undefined && week === undefined) return undefined;
  return {
    ...(day !== undefined && { day }),
    ...(week !== undefined && { week }),
  };
}
