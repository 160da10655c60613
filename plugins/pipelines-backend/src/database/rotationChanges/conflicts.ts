/*
 * What keeps a change from being stored or cancelled. All of it is asked in a
 * transaction that has locked the rotation.
 */
import { Knex } from 'knex';
import { fromDate } from '../instant';
import { ChangeConflictError } from './ChangeConflictError';
import { ChangeRow, Effect, toChange } from './changeRow';
import { changes, claims } from './changeTables';
import { Cover, NewRotationChange, Swap } from './rotationChange';
import { touches } from './touches';

async function refuseClaimed(
  transaction: Knex.Transaction,
  swap: Pick<Swap, 'rotationRef' | 'shifts'>,
): Promise<void> {
  const { rotationRef, shifts } = swap;
  const claim = await claims(transaction)
    .where({ rotation_ref: rotationRef })
    .whereIn('shift_number', shifts)
    .orderBy('shift_number')
    .first();
  if (!claim) return;
  throw new ChangeConflictError({
    changeId: claim.change_id,
    reason: `Shift ${claim.shift_number} of ${rotationRef} is in a swap that is not answered yet`,
  });
}

async function refuseCoveredTwice(
  transaction: Knex.Transaction,
  cover: Pick<Cover, 'rotationRef' | 'covered' | 'from' | 'to'>,
): Promise<void> {
  const other = await changes(transaction)
    .where({
      rotation_ref: cover.rotationRef,
      type: 'cover',
      state: 'accepted',
      member_a: cover.covered,
    })
    .andWhere('starts_at', '<', fromDate(cover.to))
    .andWhere('ends_at', '>', fromDate(cover.from))
    .orderBy('took_effect', 'desc')
    .first('id');
  if (!other) return;
  throw new ChangeConflictError({
    changeId: other.id,
    reason: `${cover.covered} is covered at that time already`,
  });
}

function lastEffect({ took_effect, lost_effect }: Effect): number {
  return Math.max(took_effect ?? 0, lost_effect ?? 0);
}

async function refuseOutdated(
  transaction: Knex.Transaction,
  change: NewRotationChange,
  expectedRevision: number,
): Promise<void> {
  const rows = await changes(transaction)
    .where({ rotation_ref: change.rotationRef })
    .andWhere(since =>
      since
        .where('took_effect', '>', expectedRevision)
        .orWhere('lost_effect', '>', expectedRevision),
    )
    .select();
  const [last] = rows
    .filter(row => touches(change, toChange(row)))
    .sort((a, b) => lastEffect(b) - lastEffect(a));
  if (!last) return;
  throw new ChangeConflictError({
    changeId: last.id,
    reason: 'The duty was changed since it was last looked at',
  });
}

/**
 * @throws ChangeConflictError if another change is in the way of a new one; see
 *   `RotationChangeStore.propose`
 */
export async function refuseConflicts(
  transaction: Knex.Transaction,
  change: NewRotationChange,
  expectedRevision: number,
): Promise<void> {
  if (change.type === 'swap') await refuseClaimed(transaction, change);
  if (change.type === 'cover') await refuseCoveredTwice(transaction, change);
  await refuseOutdated(transaction, change, expectedRevision);
}

/**
 * Of swaps that follow each other on one shift only the last can be undone: the
 * later one exchanged what the earlier one gave.
 *
 * @throws ChangeConflictError if another swap builds on this accepted one
 */
export async function refuseBuiltUpon(
  transaction: Knex.Transaction,
  row: ChangeRow,
): Promise<void> {
  const shifts: [number, number] = [row.shift_a, row.shift_b];
  await refuseClaimed(transaction, { rotationRef: row.rotation_ref, shifts });
  const later = await changes(transaction)
    .where({ rotation_ref: row.rotation_ref, type: 'swap', state: 'accepted' })
    .andWhere('took_effect', '>', row.took_effect)
    .andWhere(shared =>
      shared.whereIn('shift_a', shifts).orWhereIn('shift_b', shifts),
    )
    .orderBy('took_effect', 'desc')
    .first('id');
  if (!later) return;
  throw new ChangeConflictError({
    changeId: later.id,
    reason: 'A later swap builds on this one and is to be cancelled first',
  });
}
