import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { PreparedEvent } from '../../ingest/openlineage/prepareEvent';
import { noteArrivals } from '../arrivals/noteArrivals';
import { deleteOldest } from '../deleteOldest';
import { inTransaction } from '../inTransaction';
import { InsertColumn, insertTable } from '../insertTable';
import { fromDate } from '../instant';
import { subjectOf } from '../measurements/series';
import { MeasurementWriter } from '../measurements/writeMeasurements';
import { returnedIds } from '../returnedIds';
import { foldRuns } from './foldRuns';
import { HeardJobs } from './HeardJobs';
import { LineageStore, Written } from './LineageStore';

const COLUMNS: readonly InsertColumn[] = [
  { name: 'id', type: 'text' },
  { name: 'run_id', type: 'text' },
  { name: 'received_at', type: 'text' },
  { name: 'sender', type: 'text' },
  { name: 'body', type: 'text' },
];

/** {@link LineageStore} on SQLite and PostgreSQL. */
export class KnexLineageStore implements LineageStore {
  readonly #knex: Knex;
  readonly #measurements: MeasurementWriter;
  readonly #jobs = new HeardJobs();

  static async create(options: {
    database: DatabaseService;
    writer: MeasurementWriter;
  }) {
    const knex = await options.database.getClient();
    return new KnexLineageStore(knex, options.writer);
  }

  private constructor(knex: Knex, writer: MeasurementWriter) {
    this.#knex = knex;
    this.#measurements = writer;
  }

  async write(options: { events: readonly PreparedEvent[] }): Promise<Written> {
    const { written, remember } = await inTransaction(
      this.#knex,
      async transaction => {
        const fresh = await this.#keep(transaction, options.events);
        const touched = await foldRuns(transaction, fresh);
        const rememberJobs = await this.#jobs.note(transaction, fresh);
        const measured = await this.#measurements.write(transaction, {
          measurements: fresh.flatMap(({ measurements }) => measurements),
          receivedAt: fresh[0]?.receivedAt ?? new Date(0),
        });
        await noteArrivals(transaction, {
          arrivals: touched.map(({ jobId, from }) => ({
            subject: subjectOf({ jobId }),
            facts: { run: from },
          })),
          receivedAt: fresh[0]?.receivedAt ?? new Date(0),
        });
        const jobIds = fresh.flatMap(({ job }) => (job ? [job.id] : []));
        return {
          written: {
            fresh: fresh.length,
            jobIds: [...new Set(jobIds)],
            seriesIds: measured.seriesIds,
          },
          remember: () => {
            rememberJobs();
            measured.remember();
          },
        };
      },
    );
    remember();
    return written;
  }

  async deleteEventsBefore(options: {
    before: Date;
    limit: number;
  }): Promise<number> {
    return deleteOldest(this.#knex, {
      table: 'lineage_events',
      column: 'received_at',
      ...options,
    });
  }

  /** Keeps the raw events; answers those that were not there before. */
  async #keep(
    transaction: Knex.Transaction,
    events: readonly PreparedEvent[],
  ): Promise<PreparedEvent[]> {
    const byId = new Map(events.map(event => [event.id, event]));
    const sorted = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const ids = returnedIds(
      await insertTable(transaction, {
        table: 'lineage_events',
        columns: COLUMNS,
        rows: sorted.map(({ id, run, receivedAt, sender, body }) => [
          id,
          run?.id ?? null,
          fromDate(receivedAt),
          sender,
          body,
        ]),
        suffix: 'on conflict (id) do nothing returning id',
      }),
    );
    return sorted.filter(({ id }) => ids.has(id));
  }
}
