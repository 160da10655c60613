import { SlotVerdict } from '../RuleJudge';
import { Evidence, MissReason, Verdict } from '../verdict';
import { Attempt } from './goodRuns';
import { Slot } from './slot';

/** The last part of the grace in which a missing run is a risk. */
const RISKY_PART = 4;

function evidenceOf(
  slot: Slot,
  attempts: readonly Attempt[],
  shown: Attempt | undefined,
): Evidence {
  const failed = attempts.filter(
    ({ run }) => run.state === 'failed' || run.state === 'aborted',
  ).length;
  const { dueAt } = slot;
  const goodAt = shown?.goodAt;
  return {
    type: 'run',
    dueAt,
    attempts: attempts.length,
    failed,
    ...(shown && { runId: shown.run.id }),
    ...(goodAt !== undefined && { endedAt: goodAt }),
    ...(goodAt !== undefined && goodAt > dueAt && { lateByMs: goodAt - dueAt }),
    ...(shown && shown.lacks.length > 0 && { lacks: shown.lacks }),
  };
}

function missReason(last: Attempt | undefined): MissReason {
  if (!last) return 'absent';
  if (last.goodAt !== undefined) return 'late';
  switch (last.run.state) {
    case 'failed':
    case 'aborted':
      return 'failed';
    case 'complete':
      return 'incomplete';
    default:
      return 'running';
  }
}

/** Before it is due: whether there is a reason to worry, and from when on. */
function undecided(
  slot: Slot,
  last: Attempt | undefined,
  evidence: Evidence,
  now: number,
): { verdict: Verdict; nextAt: number } {
  const overdue = slot.dueAt + 1;
  const graceMs = slot.dueAt - slot.expectedAt;
  const riskyAt = slot.dueAt - Math.floor(graceMs / RISKY_PART);
  const reason = last && missReason(last);
  if (reason === 'failed' || reason === 'incomplete') {
    return {
      verdict: { state: 'at-risk', reason, evidence },
      nextAt: overdue,
    };
  }
  if (graceMs > 0 && now >= riskyAt) {
    return {
      verdict: { state: 'at-risk', reason: 'due-soon', evidence },
      nextAt: overdue,
    };
  }
  return {
    verdict: { state: 'pending', evidence },
    nextAt: graceMs > 0 ? riskyAt : overdue,
  };
}

/**
 * How a slot stands: met by the first good run that was whole when it was due;
 * missed once it is overdue without one, and a good run after that is late and
 * stays so. No event is needed for a miss. Before, it is at risk if the last
 * attempt failed, or in the last quarter of the grace.
 *
 * @param attempts - those that answer the slot, by their begin
 */
export function judgeSlot(
  slot: Slot,
  attempts: readonly Attempt[],
  now: number,
): SlotVerdict {
  const [first] = attempts
    .filter(({ goodAt }) => goodAt !== undefined)
    .sort((a, b) => (a.goodAt ?? 0) - (b.goodAt ?? 0));
  const shown = first ?? attempts[attempts.length - 1];
  const evidence = evidenceOf(slot, attempts, shown);
  if (first?.goodAt !== undefined && first.goodAt <= slot.dueAt) {
    return { slot, verdict: { state: 'met', evidence } };
  }
  if (now > slot.dueAt) {
    const reason = missReason(shown);
    return { slot, verdict: { state: 'missed', reason, evidence } };
  }
  return { slot, ...undecided(slot, shown, evidence, now) };
}
