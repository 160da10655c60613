import { RotationPlan } from '../rotationPlan';
import { ShiftGrid } from '../shiftGrid';
import { firstMemberOf, RotationVersion } from './rotationVersion';
import { BaseShift, Timeline } from './timeline';

/**
 * Who has the first shift under a new plan: the next in line after the member
 * whose shift ends.
 *
 * Who stays is followed by whom the new order says, which is also where a new
 * member joins. After one who left comes the next of the old order who stayed;
 * if nobody stayed, the new order begins.
 */
function nextInLine(ending: BaseShift, plan: RotationPlan): string {
  const { primary, span } = ending;
  const old = span.version.plan.members;
  const place = plan.members.indexOf(primary);
  if (place >= 0) {
    return plan.members[(place + 1) % plan.members.length];
  }
  const left = old.indexOf(primary);
  const staying = [...old.slice(left + 1), ...old.slice(0, left)].find(member =>
    plan.members.includes(member),
  );
  return staying ?? firstMemberOf(plan);
}

/** A rotation that has not begun may begin anew, but never in the past. */
function beginAnew(plan: RotationPlan, after: number): RotationVersion {
  const grid = ShiftGrid.of(plan);
  let start = grid.startOf(0);
  for (
    let number = Math.max(0, grid.numberAt(after));
    start <= after;
    number += 1
  ) {
    start = grid.startOf(number);
  }
  return {
    effectiveFrom: new Date(start),
    plan,
    firstShift: 0,
    firstMember: firstMemberOf(plan),
  };
}

/**
 * The version that a change of the plan brings. It takes effect at the first
 * handoff after `now`, so that the running shift stays as it is; shift numbers
 * and the sequence go on.
 *
 * @remarks
 *
 * If the new plan's handoffs lie elsewhere (zone, time, weekday, length), the
 * version's first shift runs to the first new handoff that is at least half a
 * shift away. A version that was planned and has not begun gives way: see
 * `withVersion`. A rotation that has not begun begins anew, with the new plan's
 * start, or with the first of its handoffs after `now`.
 *
 * @param versions - in order, at least one
 * @param plan - the changed plan
 * @param options - `effectiveFrom`: not before this instant; one in the past
 * means `now`
 * @throws RangeError if the new plan or a version is malformed, or a date invalid
 */
export function nextVersion(
  versions: readonly RotationVersion[],
  plan: RotationPlan,
  options: { readonly now: Date; readonly effectiveFrom?: Date },
): RotationVersion {
  const now = options.now.getTime();
  const wanted = options.effectiveFrom?.getTime() ?? now;
  if (Number.isNaN(now) || Number.isNaN(wanted)) {
    throw new RangeError('The date is invalid');
  }
  const timeline = new Timeline(versions);
  // At the instant of a handoff the new shift runs: the next handoff is meant.
  // A wanted handoff that lies ahead is itself meant: the last before is asked.
  const last = wanted > now ? wanted - 1 : now;
  const ending = timeline.shiftAt(last);
  if (!ending) {
    return beginAnew(plan, last);
  }
  const version: RotationVersion = {
    effectiveFrom: new Date(ending.end),
    plan,
    firstShift: ending.number + 1,
    firstMember: nextInLine(ending, plan),
  };
  // Refuses a malformed plan now and not when someone asks who is on call.
  return new Timeline([version]).spans[0].version;
}
