import { StoredQuestion } from '../database/metricQueries/MetricQueryStore';

const SECOND_MS = 1_000;
const HOUR_S = 3_600;
const LONGEST_PAUSE_S = 15 * 60;
/** A source has its newest figure when the moment is over, not just then. */
const AFTER_S = 1;

/** Of which time figures are asked: later than `from`, not later than `to`. */
export interface AskedTime {
  readonly from: Date;
  readonly to: Date;
}

function lastMultiple(at: Date, every: number): number {
  const step = every * SECOND_MS;
  return Math.floor(at.getTime() / step) * step;
}

/**
 * The time since the question was answered last, to now, in whole multiples of
 * `every`: so whoever asks again gets the same figures, and what nobody asked while
 * this backend was away is asked now. It goes back an hour at most, for sources
 * answer long times slowly; and at least one `every`, also when the clock went back.
 */
export function askedTime(
  question: Pick<StoredQuestion, 'every' | 'measuredTo'>,
  now: Date,
): AskedTime {
  const { every, measuredTo } = question;
  const step = every * SECOND_MS;
  const to = lastMultiple(now, every);
  const earliest = to - Math.max(Math.floor(HOUR_S / every), 1) * step;
  const since = measuredTo ? lastMultiple(measuredTo, every) : to;
  const from = Math.max(Math.min(since, to - step), earliest);
  return { from: new Date(from), to: new Date(to) };
}

/** When to ask next after an answer: just after the next multiple of `every`. */
export function nextAfter({ to }: AskedTime, every: number): Date {
  return new Date(to.getTime() + (every + AFTER_S) * SECOND_MS);
}

/**
 * When to ask again after a failure: after `every`, and then twice as long each
 * time, up to a quarter of an hour; never sooner than `every`.
 *
 * @param question - with the failures before this one
 */
export function retryAfter(
  { every, failures }: Pick<StoredQuestion, 'every' | 'failures'>,
  now: Date,
): Date {
  const pause = Math.min(every * 2 ** failures, LONGEST_PAUSE_S);
  return new Date(now.getTime() + Math.max(pause, every) * SECOND_MS);
}
