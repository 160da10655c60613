import { durationToMillis } from '@techflow/backstage-plugin-pipelines-common';
import { deadlineTimes } from '../calendar/deadlineTimes';
import { IssueFact } from '../facts';
import { ObjectiveOf, Setting } from '../rule';
import { SlotsJudge, SlotVerdict } from '../RuleJudge';
import { Evidence } from '../verdict';

/** The last part of the time in which an open issue is a risk. */
const RISKY_PART = 4;

interface Due {
  /** When trouble that began at an instant has to be over. */
  readonly dueAt: (startedAt: number) => number;
  /** Since when trouble may have begun that is not due before an instant. */
  readonly openSince: (instant: number) => number;
}

function dueOf(
  spec: ObjectiveOf<'resolution'>,
  { timeZone, calendar }: Setting,
): Due {
  const { within, by } = spec;
  if (by) {
    const times = deadlineTimes({ words: by, timeZone, calendar });
    return {
      dueAt: startedAt => times.after(startedAt) ?? startedAt,
      openSince: instant => times.atOrBefore(instant - 1) ?? instant,
    };
  }
  const ms = durationToMillis(within ?? '0m');
  return {
    dueAt: startedAt => startedAt + ms,
    openSince: instant => instant - ms,
  };
}

function judgeIssue(issue: IssueFact, dueAt: number, now: number): SlotVerdict {
  const { id, severity, startedAt, recoveredAt } = issue;
  const slot = {
    key: id,
    expectedAt: startedAt,
    dueAt,
    from: startedAt,
    to: dueAt + 1,
    // `end of month` counts in the month that ends.
    countsAt: dueAt - 1,
  };
  const evidence: Evidence = {
    type: 'issue',
    issueId: id,
    severity,
    startedAt,
    dueAt,
    ...(recoveredAt !== undefined && { recoveredAt }),
  };
  if (recoveredAt !== undefined && recoveredAt <= dueAt) {
    return { slot, verdict: { state: 'met', evidence } };
  }
  if (now > dueAt) {
    const reason = recoveredAt === undefined ? 'unresolved' : 'late';
    return { slot, verdict: { state: 'missed', reason, evidence } };
  }
  const riskyAt = dueAt - Math.floor((dueAt - startedAt) / RISKY_PART);
  return now >= riskyAt
    ? {
        slot,
        verdict: { state: 'at-risk', reason: 'due-soon', evidence },
        nextAt: dueAt + 1,
      }
    : { slot, verdict: { state: 'pending', evidence }, nextAt: riskyAt };
}

/**
 * Judges whether issues are mended in time, from the beginning of the trouble to
 * its end: each issue is a slot, however often it was reopened. The rule that
 * held when the trouble began is that of the issue.
 */
export function resolution(
  spec: ObjectiveOf<'resolution'>,
  setting: Setting,
): SlotsJudge {
  const { dueAt, openSince } = dueOf(spec, setting);
  return {
    shape: 'slots',
    target: spec.target,
    isExcludedByNameOnly: true,
    reads: { issues: true },
    judgedFrom: openSince,
    needs: ({ from, to }) => ({
      issues: { from, ...(Number.isFinite(to) && { to }) },
    }),
    slots: ({ window, facts, now }) =>
      facts.issues
        .filter(
          ({ severity, startedAt }) =>
            startedAt >= window.from &&
            startedAt < window.to &&
            (!spec.severities || spec.severities.includes(severity)),
        )
        .sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))
        .map(issue => judgeIssue(issue, dueAt(issue.startedAt), now)),
  };
}
