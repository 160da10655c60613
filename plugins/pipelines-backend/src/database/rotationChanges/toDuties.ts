import { ChangeRow, toChange } from './changeRow';
import { AcceptedSwap, Cover } from './rotationChange';
import { RotationDuty } from './RotationChangeStore';
import { RevisionRow } from './rotationLock';
import { isAcceptedSwap, servedPart } from './served';

type Duty = { revision: number; swaps: AcceptedSwap[]; covers: Cover[] };

/**
 * Rows as duties, with an entry for each rotation asked for.
 *
 * @param options - `rows` in the order in which they took effect
 */
export function toDuties(options: {
  rotationRefs: readonly string[];
  counters: readonly RevisionRow[];
  rows: readonly ChangeRow[];
}): Map<string, RotationDuty> {
  const { rotationRefs, counters, rows } = options;
  const revisions = new Map(
    counters.map(row => [row.rotation_ref, row.revision]),
  );
  const duties = new Map<string, Duty>(
    rotationRefs.map(ref => [
      ref,
      { revision: revisions.get(ref) ?? 0, swaps: [], covers: [] },
    ]),
  );
  for (const row of rows) {
    const change = toChange(row);
    const duty = duties.get(row.rotation_ref);
    if (isAcceptedSwap(change)) duty?.swaps.push(change);
    const cover = change.type === 'cover' && servedPart(change);
    if (cover) duty?.covers.push(cover);
  }
  return duties;
}
