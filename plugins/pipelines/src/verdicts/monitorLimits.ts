import {
  durationToMillis,
  Evidence,
  Monitor,
} from '@techflow/backstage-plugin-pipelines-common';
import { numberWords } from '../figures';
import { hoursWords, periodWords } from '../time';
import { limitWords } from './limitWords';

/** What is drawn into the chart of a metric so that one sees what would warn. */
export interface FigureLimits {
  /** Figures at which lines stand, each with a short name. */
  lines: { at: number; label: string }[];
  /** What is usual, where that is known. */
  usual?: number;
  /** From where to where figures are good, where both ends are known. */
  good?: [number, number];
  /** The limit in words, to stand below the chart. */
  words: string;
}

type Of<TType extends Monitor['type']> = Extract<Monitor, { type: TType }>;

function ofThreshold(monitor: Of<'threshold'>): FigureLimits | undefined {
  const limits: [string, number | undefined][] = [
    ['mustBe', monitor.mustBe],
    ['mustNotBe', monitor.mustNotBe],
    ['mustBeGreaterThan', monitor.mustBeGreaterThan],
    ['mustBeGreaterOrEqualTo', monitor.mustBeGreaterOrEqualTo],
    ['mustBeLessThan', monitor.mustBeLessThan],
    ['mustBeLessOrEqualTo', monitor.mustBeLessOrEqualTo],
  ];
  const lines = limits.flatMap(([operator, at]) =>
    at === undefined
      ? []
      : [{ at, label: limitWords({ operator, values: [at] }) }],
  );
  const [first] = lines;
  return first && { lines, words: `must be ${first.label}` };
}

function ofRange({ mustBeBetween }: Of<'range'>): FigureLimits {
  const [low, high] = mustBeBetween;
  const words = limitWords({
    operator: 'mustBeBetween',
    values: mustBeBetween,
  });
  return {
    lines: [
      { at: low, label: numberWords(low) },
      { at: high, label: numberWords(high) },
    ],
    good: [low, high],
    words: `must be ${words}`,
  };
}

function ofChange(
  {
    mustNotDropMoreThan: drop,
    mustNotRiseMoreThan: rise,
    period,
  }: Of<'change'>,
  evidence: Evidence | undefined,
  now: number,
): FigureLimits {
  const moves = [
    ...(drop === undefined
      ? []
      : [{ part: -drop, label: `−${numberWords(drop)} %` }]),
    ...(rise === undefined
      ? []
      : [{ part: rise, label: `+${numberWords(rise)} %` }]),
  ];
  const limit = moves.map(({ label }) => label).join(' and ');
  const words = `limit ${limit} · compares closed ${period}s`;
  // Of an earlier figure of zero or less there is no percentage to draw.
  if (evidence?.type !== 'change' || evidence.before <= 0) {
    return { lines: [], words };
  }
  const { before, periodBefore } = evidence;
  const earlier = periodWords(periodBefore, now);
  return {
    lines: moves.map(({ part, label }) => ({
      at: before * (1 + part / 100),
      label: `${label} of ${earlier}`,
    })),
    words: `${words}; ${earlier} had ${numberWords(before)}`,
  };
}

function ofAnomaly(
  { direction = 'both' }: Of<'anomaly'>,
  evidence: Evidence | undefined,
): FigureLimits | undefined {
  if (evidence?.type !== 'spread' || evidence.mad === 0) return undefined;
  const { median, mad, deviations, samples } = evidence;
  const low = median - deviations * mad;
  const high = median + deviations * mad;
  const lines = [
    ...(direction === 'spike' ? [] : [{ at: low, label: numberWords(low) }]),
    ...(direction === 'drop' ? [] : [{ at: high, label: numberWords(high) }]),
  ];
  const warns = {
    spike: `above ${numberWords(high)}`,
    drop: `below ${numberWords(low)}`,
    both: `below ${numberWords(low)} and above ${numberWords(high)}`,
  }[direction];
  return {
    lines,
    usual: median,
    good: [low, high],
    words: `usual is ${numberWords(
      median,
    )}, by ${samples} figures; warns ${warns}`,
  };
}

function ofReconciliation(
  evidence: Evidence | undefined,
): FigureLimits | undefined {
  if (evidence?.type !== 'pair') return undefined;
  const { against, tolerance } = evidence;
  const margin = (Math.abs(against) * tolerance) / 100;
  return {
    lines: [{ at: against, label: numberWords(against) }],
    good: margin ? [against - margin, against + margin] : undefined,
    words: tolerance
      ? `must agree with ${numberWords(against)} within ${numberWords(
          tolerance,
        )} %`
      : `must be the same as ${numberWords(against)}`,
  };
}

/**
 * The limit of a monitor as its chart shows it. What is relative to measurements
 * (to the period before, to what is usual, to another figure) is taken from the
 * evidence of the last judgement, and is absent without it.
 */
export function monitorLimits(
  monitor: Monitor | undefined,
  evidence: Evidence | undefined,
  now: number,
): FigureLimits | undefined {
  switch (monitor?.type) {
    case 'threshold':
      return ofThreshold(monitor);
    case 'range':
      return ofRange(monitor);
    case 'change':
      return ofChange(monitor, evidence, now);
    case 'anomaly':
      return ofAnomaly(monitor, evidence);
    case 'reconciliation':
      return ofReconciliation(evidence);
    case 'freshness': {
      const maxAge = durationToMillis(monitor.maxAge);
      const words = `must not be older than ${hoursWords(maxAge)}`;
      // Its figures are instants, in seconds.
      const oldest = (now - maxAge) / 1_000;
      return { lines: [{ at: oldest, label: 'oldest allowed' }], words };
    }
    default:
      return undefined;
  }
}
