import { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { Measurement, Subject } from '../../ingest/heard';
import { hashOf } from '../../ingest/hashOf';
import { inChunks } from '../inChunks';
import { InsertColumn, insertTable } from '../insertTable';

/** A row of the table `measurement_series`. */
export type SeriesRow = {
  id: number;
  key: string;
  subject: string;
  metric: string;
  dimensions: string;
};

/** The series. */
export function seriesTable(knex: Knex) {
  return knex<SeriesRow>('measurement_series');
}

const COLUMNS: readonly InsertColumn[] = [
  { name: 'key', type: 'text' },
  { name: 'subject', type: 'text' },
  { name: 'metric', type: 'text' },
  { name: 'dimensions', type: 'text' },
];

const JOB_PREFIX = 'job:';
// Enough for 10,000 pipelines with ten metrics each; about 30 MB.
const REMEMBERED = 100_000;

/** A subject as the table has it. */
export function subjectOf(subject: Subject): string {
  return 'jobId' in subject
    ? `${JOB_PREFIX}${subject.jobId}`
    : subject.pipelineRef;
}

/** The id of the job whose series it is; absent of a pipeline's own. */
export function jobIdIn(subject: string): string | undefined {
  return subject.startsWith(JOB_PREFIX)
    ? subject.slice(JOB_PREFIX.length)
    : undefined;
}

function dimensionsOf({ dimensions }: Measurement): string {
  const sorted = Object.entries(dimensions).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return sorted.length === 0
    ? '{}'
    : JSON.stringify(Object.fromEntries(sorted));
}

/** The ids of those that are there, by their keys. */
async function idsOf(
  transaction: Knex.Transaction,
  series: readonly Pick<SeriesRow, 'key'>[],
): Promise<Map<string, number>> {
  const rows = await inChunks(
    series.map(({ key }) => key),
    keys => seriesTable(transaction).whereIn('key', keys).select('id', 'key'),
  );
  return new Map(rows.map(({ id, key }) => [key, id]));
}

/**
 * Ids of series. Series are never deleted, so an id that was read once is true
 * for ever; ids made in a transaction count only when that is committed.
 */
export class SeriesIds {
  readonly #known = new LRUCache<string, number>({ max: REMEMBERED });

  /**
   * The id of each measurement's series, in their order; makes what is missing.
   *
   * @returns `remember` is to be called after the commit
   */
  async resolve(
    transaction: Knex.Transaction,
    measurements: readonly Measurement[],
  ): Promise<{ ids: number[]; remember(): void }> {
    const names = measurements.map(
      each => `${subjectOf(each.subject)} ${each.metric} ${dimensionsOf(each)}`,
    );
    const missing = new Map<string, Measurement>();
    names.forEach((name, index) => {
      if (!this.#known.has(name)) missing.set(name, measurements[index]);
    });
    const made = await this.#make(transaction, missing);
    const ids = names.map(name => made.get(name) ?? this.#known.get(name));
    return {
      ids: ids.map(id => {
        if (id === undefined) throw new Error('A series has no id');
        return id;
      }),
      remember: () => made.forEach((id, name) => this.#known.set(name, id)),
    };
  }

  async #make(
    transaction: Knex.Transaction,
    missing: ReadonlyMap<string, Measurement>,
  ): Promise<Map<string, number>> {
    const rows = [...missing].map(([name, each]) => ({
      name,
      key: hashOf(name),
      subject: subjectOf(each.subject),
      metric: each.metric,
      dimensions: dimensionsOf(each),
    }));
    const stored = await idsOf(transaction, rows);
    // Only those that are new: an insert that finds its row there takes an id
    // nevertheless, and there are two thousand million of them.
    const unknown = rows.filter(({ key }) => !stored.has(key));
    if (unknown.length > 0) {
      // One order for all writers, so that none waits for one that waits for it.
      unknown.sort((a, b) => (a.key < b.key ? -1 : 1));
      await insertTable(transaction, {
        table: 'measurement_series',
        columns: COLUMNS,
        rows: unknown.map(row => [
          row.key,
          row.subject,
          row.metric,
          row.dimensions,
        ]),
        suffix: 'on conflict (key) do nothing',
      });
    }
    const made = await idsOf(transaction, unknown);
    return new Map(
      rows.flatMap(({ name, key }) => {
        const id = stored.get(key) ?? made.get(key);
        return id === undefined ? [] : [[name, id]];
      }),
    );
  }
}
