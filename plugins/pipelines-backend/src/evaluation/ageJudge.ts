import { durationToMillis } from '@techflow/backstage-plugin-pipelines-common';
import {
  AHEAD_MS,
  clamped,
  FactRange,
  Facts,
  measuredAt,
  seriesOf,
} from './facts';
import { Line, Point, worstOf } from './intervals';
import { NEVER_MEASURED, withoutValue } from './monitors/figureLine';
import { Setting } from './rule';
import { LineJudge } from './RuleJudge';
import { attemptsOf } from './slots/goodRuns';
import { monthBefore, requiredMetrics } from './slots/runSlots';
import { Evidence, Verdict } from './verdict';

/** Told at an instant: how new the newest data is; or why that is not known. */
type Told =
  | {
      readonly at: number;
      readonly newest: number;
      readonly evidence: Extract<Evidence, { type: 'age' }>;
    }
  | { readonly at: number; readonly unknown: Verdict };

/** Above this a timestamp is in milliseconds: as seconds it were the year 5138. */
const FIRST_MILLIS = 100_000_000_000;

/** The instant that a watermark names: Unix time, in seconds or milliseconds. */
function watermarkInstant(value: number): number {
  return Math.round(Math.abs(value) >= FIRST_MILLIS ? value : value * 1_000);
}

function watermarks(facts: Facts, metric: string, maxAgeMs: number): Told[][] {
  return [...seriesOf(facts, metric).values()].map(series =>
    series.map((measurement): Told => {
      const { id, figure, receivedAt } = measurement;
      const at = measuredAt(measurement);
      const unknown = withoutValue(measurement);
      if (unknown || typeof figure !== 'number') {
        return { at, unknown: unknown ?? NEVER_MEASURED };
      }
      const told = watermarkInstant(figure);
      const newest = clamped(told, receivedAt);
      const isClamped = told - receivedAt > AHEAD_MS;
      const evidence = {
        type: 'age',
        source: 'watermark',
        id,
        newest,
        maxAgeMs,
        ...(isClamped && { isClamped }),
      } as const;
      return { at, newest, evidence };
    }),
  );
}

function goodRuns(facts: Facts, setting: Setting, maxAgeMs: number): Told[] {
  return attemptsOf({ facts, requires: setting.requires })
    .flatMap(({ run, goodAt }): Told[] =>
      goodAt === undefined
        ? []
        : [
            {
              at: goodAt,
              newest: goodAt,
              evidence: {
                type: 'age',
                source: 'last-good-run',
                id: run.id,
                newest: goodAt,
                maxAgeMs,
              },
            },
          ],
    )
    .sort((a, b) => a.at - b.at);
}

function toLine(told: readonly Told[], maxAgeMs: number): Line {
  const points = told.flatMap((each, index): Point[] => {
    if ('unknown' in each) return [{ from: each.at, verdict: each.unknown }];
    const { at, newest, evidence } = each;
    // Exactly that old is not older: the first instant at which it is.
    const staleAt = Math.max(newest + maxAgeMs + 1, at);
    const fresh = { from: at, verdict: { state: 'met', evidence } as const };
    const stale = {
      from: staleAt,
      verdict: { state: 'missed', reason: 'stale', evidence } as const,
    };
    if (staleAt === at) return [stale];
    return staleAt < (told[index + 1]?.at ?? Infinity)
      ? [fresh, stale]
      : [fresh];
  });
  return points;
}

/** Judges the age of the newest data, as promise and as monitor alike. */
export function ageJudge(
  spec: { maxAge: string; watermark?: string },
  setting: Setting,
  lookbackMs: number,
): Pick<LineJudge, 'reads' | 'judgedFrom' | 'needs' | 'line'> {
  const maxAgeMs = durationToMillis(spec.maxAge);
  const { watermark } = spec;
  const figures = requiredMetrics(setting, undefined);
  const metrics = watermark ? [...new Set([watermark, ...figures])] : figures;
  return {
    reads: { runs: 'all', metrics },
    // A figure may make a run good, or no good one, that ended long before.
    judgedFrom: touchedFrom =>
      figures.length > 0
        ? monthBefore(touchedFrom, setting.timeZone)
        : touchedFrom,
    needs: ({ from, to }) => {
      const range: FactRange = {
        from: from - lookbackMs,
        ...(Number.isFinite(to) && { to }),
        withLastBefore: true,
      };
      // The last complete run may lack figures, or end before an earlier one; a
      // run older than this is stale either way.
      const runs = { ...range, from: range.from - 2 * maxAgeMs };
      return {
        runs,
        metrics: Object.fromEntries(
          metrics.map(metric => [
            metric,
            figures.includes(metric) ? { ...runs, isSinceRuns: true } : range,
          ]),
        ),
      };
    },
    line: ({ window, facts }) => {
      const marks = watermark ? watermarks(facts, watermark, maxAgeMs) : [];
      const lines = marks.map(told => toLine(told, maxAgeMs));
      // Runs say how new the data is only until a watermark does.
      const markedAt = Math.min(...lines.map(([first]) => first.from));
      const byRuns =
        markedAt > window.from - lookbackMs
          ? toLine(goodRuns(facts, setting, maxAgeMs), maxAgeMs)
          : [];
      return [
        { from: -Infinity, verdict: NEVER_MEASURED },
        ...byRuns.filter(({ from }) => from < markedAt),
        ...worstOf(lines),
      ];
    },
  };
}
