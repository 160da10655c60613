import { Knex } from 'knex';
import { fromDate } from '../instant';

/** A row of the table `rotation_wakeups`. */
export type WakeupRow = {
  rotation_ref: string;
  next_at: string;
  since: string;
  revision: number;
};

const TABLE = 'rotation_wakeups';

/** When to look at each rotation. */
export function wakeups(knex: Knex) {
  return knex<WakeupRow>(TABLE);
}

/**
 * Sees to it that a rotation is looked at, at an instant or earlier if that was
 * due. To be called with the transaction that changes its duty.
 */
export async function touchWith(
  knex: Knex,
  rotationRef: string,
  at: Date,
): Promise<void> {
  const instant = fromDate(at);
  const earlier = (column: 'next_at' | 'since') =>
    knex.raw(
      `case when ${TABLE}.${column} < excluded.${column}
        then ${TABLE}.${column} else excluded.${column} end`,
    );
  await wakeups(knex)
    .insert({
      rotation_ref: rotationRef,
      next_at: instant,
      since: instant,
      revision: 0,
    })
    .onConflict('rotation_ref')
    .merge({
      next_at: earlier('next_at'),
      since: earlier('since'),
      revision: knex.raw(`${TABLE}.revision + 1`),
    });
}
