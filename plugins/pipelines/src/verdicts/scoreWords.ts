import {
  CheckCounts,
  Objective,
  Score,
  ScoreUnit,
  VerdictState,
} from '@techflow/backstage-plugin-pipelines-common';
import { countWords, numberWords } from '../figures';
import { hoursWords } from '../time';

/** Stands where there is nothing to say a number of. */
export const NOTHING = '–';

/** A percentage of the backend, which is cut there and never rounded up here. */
export function sharedPercent(shown: string): string {
  return `${shown}\u00a0%`;
}

/** `98.39` → "98.3 %": cut to one digit, so that 99.96 is never shown as 100. */
export function cutPercent(percent: number): string {
  // What binary fractions lose must not cost a digit: 0.29 × 10,000 is 2899.9999…
  const cut = Math.floor(Number((percent * 10).toFixed(6))) / 10;
  return `${cut}\u00a0%`;
}

/** An amount in what a promise is counted in: "29", "51 h", "2,014". */
export function amountWords(amount: number, unit: ScoreUnit): string {
  return unit === 'time' ? timeWords(amount) : numberWords(amount);
}

function timeWords(milliseconds: number): string {
  return milliseconds === 0 ? '0 min' : hoursWords(Math.round(milliseconds));
}

/** What a promise came to in a month, in words. */
export interface ScoreInWords {
  /** The figure itself; a dash out of nothing. */
  main: string;
  /** What else is to be said beside it. */
  more: string[];
  /** Set where the state must stand out. */
  state?: VerdictState;
}

function ofReview({ met, missed, open, state }: Score): ScoreInWords {
  const judged = met + missed;
  if (judged > 1)
    return { main: `signed ${countWords(met, judged)}`, more: [] };
  if (missed) return { main: 'not signed', more: [], state };
  if (met) return { main: 'signed', more: [] };
  return { main: open ? 'due' : NOTHING, more: [] };
}

/** Where not all that was to be judged could be: "measured 29 of 30". */
export function coverageWords(score: Score): string | undefined {
  const { judged, expected, unit } = score;
  if (expected === 0 || judged >= expected) return undefined;
  // Of events it is time that was watched or not.
  const write = (amount: number) =>
    unit === 'slots' ? numberWords(amount) : timeWords(amount);
  return `measured ${write(judged)} of ${write(expected)}`;
}

/**
 * What a promise came to in a month: "29 of 30" slots; of time and of many events
 * the share, and beside it what it is a share of.
 */
export function scoreWords(
  score: Score | undefined,
  type: Objective['type'],
): ScoreInWords {
  if (!score) return { main: NOTHING, more: [] };
  if (type === 'review') return ofReview(score);
  const { met, missed, open, excluded, unit, shown } = score;
  const isMissed = score.state === 'missed';
  const judged = met + missed;
  const coverage = coverageWords(score);
  const notes = [
    // How many events there would have been nobody knows: it is said as time.
    ...(excluded
      ? [`${amountWords(excluded, unit === 'events' ? 'time' : unit)} excluded`]
      : []),
    ...(coverage ? [coverage] : []),
  ];
  if (judged === 0) {
    if (excluded && !open)
      return { main: NOTHING, more: notes, state: 'excluded' };
    return { main: open ? 'open' : NOTHING, more: notes };
  }
  const state = isMissed ? ('missed' as const) : undefined;
  if (unit === 'slots' || shown === undefined) {
    return { main: `${countWords(met, judged)}`, more: notes, state };
  }
  const counts =
    unit === 'time'
      ? `${timeWords(met)} of ${timeWords(judged)}`
      : countWords(met, judged);
  return { main: sharedPercent(shown), more: [counts, ...notes], state };
}

/** What is left of what may go wrong: "none (100 %)", "4 h 31 min of 7 h 12 min". */
export function budgetWords({ budget, unit, target }: Score): string {
  // Out of nothing there is no budget either.
  if (budget.type === 'none' && target < 100) return NOTHING;
  if (budget.type === 'none') return `none (${numberWords(target)}\u00a0%)`;
  const { allowed, left } = budget;
  const write = (amount: number) => {
    // A part of a slot or an event is none: what is left is not made more.
    const whole = unit === 'time' ? amount : Math.floor(amount);
    return amountWords(whole, unit);
  };
  return left < 0
    ? `used up, ${write(-left)} more than the ${write(allowed)} allowed`
    : `${write(left)} of ${write(allowed)}`;
}

const TIMES = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

function rateWords(
  rate: number | undefined,
  since: string,
): string | undefined {
  if (rate === undefined || rate <= 1) return undefined;
  if (rate < 1.05) return undefined;
  const often =
    rate >= 1.95 && rate < 2.05 ? 'twice' : `${TIMES.format(rate)} times`;
  return `used ${often} as fast as it may, ${since}`;
}

/**
 * How fast what may go wrong is used up, where it is faster than it may: "used
 * twice as fast as it may, in the last day".
 */
export function paceWords(
  pace: { day?: number; week?: number } = {},
): string[] {
  const words = [
    rateWords(pace.day, 'in the last day'),
    rateWords(pace.week, 'in the last week'),
  ];
  return words.flatMap(each => each ?? []);
}

/** Several promises together. */
export interface ChecksInWords {
  /** "98.3 %"; a dash out of nothing. */
  score: string;
  /** "kept 61 of 62". */
  counts: string;
  /** "measured 62 of 62 (100 %)". */
  coverage: string;
}

/** What all promises came to together, each percentage with its counts. */
export function checksWords(checks: CheckCounts): ChecksInWords {
  const { met, missed, judged, expected, shown, coverage } = checks;
  const share = coverage === undefined ? '' : ` (${cutPercent(coverage)})`;
  return {
    score: shown === undefined ? NOTHING : sharedPercent(shown),
    counts:
      met + missed ? `kept ${countWords(met, met + missed)}` : 'none judged',
    coverage: expected
      ? `measured ${countWords(judged, expected)}${share}`
      : 'nothing to measure',
  };
}

/** How a score moved against the month before, in percentage points. */
export function trendWords(
  checks: CheckCounts,
  before: CheckCounts | undefined,
): { shape: string; words: string } | undefined {
  if (checks.score === undefined || before?.score === undefined)
    return undefined;
  const points = checks.score - before.score;
  const rounded = Math.round(Math.abs(points) * 10) / 10;
  if (rounded === 0) return { shape: '=', words: 'as' };
  const size = numberWords(rounded);
  return points > 0
    ? { shape: '▲', words: `${size} points more than` }
    : { shape: '▼', words: `${size} points less than` };
}

/** The state that stands for a month of several promises together. */
export function checksState(
  checks: CheckCounts | undefined,
): VerdictState | undefined {
  if (!checks) return undefined;
  const { met, missed, open, excluded, expected } = checks;
  if (missed) return 'missed';
  if (met) return 'met';
  if (open) return 'pending';
  if (excluded) return 'excluded';
  return expected ? 'no-data' : undefined;
}
