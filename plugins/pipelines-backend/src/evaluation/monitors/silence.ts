import { durationToMillis } from '@techflow/backstage-plugin-pipelines-common';
import { AHEAD_MS, FactRange, Facts } from '../facts';
import { Line, Point } from '../intervals';
import { MonitorOf } from '../rule';
import { LineJudge } from '../RuleJudge';
import { NO_EVIDENCE } from '../verdict';
import { heldRange, holdOf } from './holdOf';

/** When it was heard of; by our clock, since a silent sender has none. */
function heardAt(facts: Facts, metric: string | undefined): number[] {
  const instants =
    metric === undefined
      ? [...facts.heard]
      : facts.measurements
          .filter(each => each.metric === metric && !isError(each.figure))
          .map(({ receivedAt }) => receivedAt);
  return [...new Set(instants)].sort((a, b) => a - b);
}

function isError(figure: Facts['measurements'][number]['figure']): boolean {
  return typeof figure !== 'number' && 'error' in figure;
}

/**
 * Judges whether something was heard lately. Nothing at all is a silence too:
 * it is counted from when the rule began to hold. Time alone makes it, no event.
 */
export function silence(spec: MonitorOf<'silence'>): LineJudge {
  const { metric } = spec;
  const silentForMs = durationToMillis(spec.silentFor);
  const hold = holdOf(spec);
  return {
    shape: 'line',
    target: 100,
    hold,
    reads: metric === undefined ? { heard: true } : { metrics: [metric] },
    // A figure may be of some minutes after its receipt, and is heard before.
    judgedFrom: touchedFrom => touchedFrom - AHEAD_MS,
    needs: window => {
      // What was heard within that time says how it stands, however much of it
      // turns out to be an error.
      const { to, from } = heldRange(window, hold);
      const range: FactRange = {
        from: from - silentForMs,
        ...(to !== undefined && { to }),
        isOfReceipt: true,
      };
      return metric === undefined
        ? { heard: range }
        : { metrics: { [metric]: range } };
    },
    line: ({ facts, ruleFrom }): Line => {
      const heard = heardAt(facts, metric);
      const points: Point[] = [
        {
          from: -Infinity,
          verdict: { state: 'pending', evidence: NO_EVIDENCE },
        },
      ];
      // Before the rule held nobody waited: silence is counted from then on.
      const ends = [ruleFrom, ...heard.filter(instant => instant > ruleFrom)];
      ends.forEach((lastAt, index) => {
        const isHeard = index > 0 || heard.includes(lastAt);
        const evidence = {
          type: 'heard',
          silentForMs,
          ...(isHeard && { lastAt }),
        } as const;
        if (isHeard) {
          points.push({ from: lastAt, verdict: { state: 'met', evidence } });
        }
        const silentAt = lastAt + silentForMs;
        if (silentAt < (ends[index + 1] ?? Infinity)) {
          points.push({
            from: silentAt,
            verdict: { state: 'missed', reason: 'silent', evidence },
          });
        }
      });
      return points;
    },
  };
}
