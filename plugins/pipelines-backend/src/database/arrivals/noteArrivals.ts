import { Knex } from 'knex';
import { InsertColumn, insertTable } from '../insertTable';
import { fromDate } from '../instant';

/**
 * What came in about a pipeline or a job, and the earliest instant that it is
 * about (ISO 8601 in UTC).
 */
export interface ArrivedFacts {
  readonly run?: string;
  /** By metric. */
  readonly metrics?: Readonly<Record<string, string>>;
  readonly down?: string;
  readonly review?: string;
  readonly issue?: string;
  readonly exclusion?: string;
}

/** Something that rules may read, on its way to them. */
export interface Arrival {
  /** Entity reference of a Pipeline, or `job:` and the id of a job. */
  readonly subject: string;
  readonly facts: ArrivedFacts;
  /** The person who did it; absent: a tool. */
  readonly by?: string;
  /** In the words of that person. */
  readonly reason?: string;
}

const COLUMNS: readonly InsertColumn[] = [
  { name: 'subject', type: 'text' },
  { name: 'facts', type: 'text' },
  { name: 'received_at', type: 'text' },
  { name: 'by', type: 'text' },
  { name: 'reason', type: 'text' },
];

/**
 * Notes what came in, in the transaction that stores it: whatever dies after the
 * commit, the rules that read it will be judged.
 */
export async function noteArrivals(
  transaction: Knex.Transaction,
  options: { arrivals: readonly Arrival[]; receivedAt: Date },
): Promise<void> {
  const { arrivals, receivedAt } = options;
  if (arrivals.length === 0) return;
  const at = fromDate(receivedAt);
  await insertTable(transaction, {
    table: 'arrivals',
    columns: COLUMNS,
    rows: arrivals.map(({ subject, facts, by, reason }) => [
      subject,
      JSON.stringify(facts),
      at,
      by ?? null,
      reason ?? null,
    ]),
    suffix: '',
  });
}
