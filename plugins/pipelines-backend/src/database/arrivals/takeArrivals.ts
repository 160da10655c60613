import { Knex } from 'knex';
import { isPostgres } from '../engine';
import { ArrivedFacts } from './noteArrivals';

/** Something that came in, and when. */
export interface TakenArrival {
  readonly subject: string;
  readonly facts: ArrivedFacts;
  /** ISO 8601 in UTC. */
  readonly receivedAt: string;
  readonly by?: string;
  readonly reason?: string;
}

type ArrivalRow = {
  id: number;
  subject: string;
  facts: string;
  received_at: string;
  by: string | null;
  reason: string | null;
};

/**
 * Takes what came in first out of the list, for this transaction alone: others
 * take what comes after it meanwhile.
 */
export async function takeArrivals(
  transaction: Knex.Transaction,
  options: { limit: number },
): Promise<TakenArrival[]> {
  const first = transaction<ArrivalRow>('arrivals')
    .orderBy('id')
    .limit(options.limit);
  const rows: ArrivalRow[] = await (isPostgres(transaction)
    ? first.forUpdate().skipLocked()
    : first
  ).select();
  const ids = rows.map(({ id }) => id);
  // As one text: a binding for each of thousands takes long to write.
  if (ids.length > 0) {
    await transaction('arrivals')
      .whereRaw(
        isPostgres(transaction)
          ? 'id = any(?::integer[])'
          : 'id in (select value from json_each(?))',
        [isPostgres(transaction) ? `{${ids.join(',')}}` : JSON.stringify(ids)],
      )
      .delete();
  }
  return rows.map(row => ({
    subject: row.subject,
    // Written by us.
    facts: JSON.parse(row.facts),
    receivedAt: row.received_at,
    ...(row.by !== null && { by: row.by }),
    ...(row.reason !== null && { reason: row.reason }),
  }));
}
