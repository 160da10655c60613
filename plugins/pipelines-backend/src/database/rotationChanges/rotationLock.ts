import { Knex } from 'knex';
import { touchWith } from '../rotationWakeups/wakeupTable';

/** A row of the table `rotation_revisions`. */
export type RevisionRow = {
  rotation_ref: string;
  revision: number;
};

/** The counters of the rotations; a rotation without changes may have none. */
export function revisions(knex: Knex) {
  return knex<RevisionRow>('rotation_revisions');
}

/**
 * Takes the rotation for the transaction, and answers its revision.
 *
 * This is the whole scheme against people who change the same duty at the same
 * moment: every writer begins here, so there is one at a time for each rotation,
 * and what it then reads is true until it commits. PostgreSQL locks the row (the
 * next writer waits, and then reads what the first wrote); SQLite gives its one
 * write lock to the insert. Rules of any kind can then be plain questions. The
 * key of the claims says the most important of them once more in the schema: a
 * shift is in one open swap at most.
 */
export async function lockRotation(
  transaction: Knex.Transaction,
  rotationRef: string,
): Promise<number> {
  await revisions(transaction)
    .insert({ rotation_ref: rotationRef, revision: 0 })
    .onConflict('rotation_ref')
    .ignore();
  const row = await revisions(transaction)
    .where({ rotation_ref: rotationRef })
    .forUpdate()
    .first('revision');
  return row?.revision ?? 0;
}

/**
 * Counts a change of duty, made at an instant, in a rotation that the
 * transaction has locked; and has it looked at for whom to remind.
 */
export async function setRevision(
  transaction: Knex.Transaction,
  rotationRef: string,
  revision: number,
  at: Date,
): Promise<void> {
  await revisions(transaction)
    .where({ rotation_ref: rotationRef })
    .update({ revision });
  await touchWith(transaction, rotationRef, at);
}
