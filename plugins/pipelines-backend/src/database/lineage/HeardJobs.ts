import { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { jobIdOf } from '../../ingest/openlineage/names';
import {
  PreparedEvent,
  PreparedJob,
} from '../../ingest/openlineage/prepareEvent';
import { fromDate } from '../instant';
import { isPostgres } from '../engine';
import { jobParentsTable, JobRow, jobsTable } from '../jobs/jobRow';

// That a job was heard is told to a reader by the half minute: not every event of
// a busy job has to write its row again.
const HALF_MINUTE_MS = 30_000;
const REMEMBERED = 50_000;
const MOST_ROWS = 100;

interface Heard {
  readonly job: PreparedJob;
  readonly event: PreparedEvent;
  readonly parentId?: string;
}

/** Notes which jobs are heard, when and from whom. */
export class HeardJobs {
  readonly #noted = new LRUCache<string, number>({ max: REMEMBERED });

  /**
   * Notes the jobs of events.
   *
   * @returns to be called after the commit
   */
  async note(
    transaction: Knex.Transaction,
    events: readonly PreparedEvent[],
  ): Promise<() => void> {
    const heard = new Map<string, Heard>();
    for (const event of events) {
      const { job, run } = event;
      if (!job) continue;
      const parent = run?.facts.parent?.is;
      const parentId = parent && jobIdOf(parent);
      const name = `${job.id} ${parentId ?? ''} ${job.outputs.length > 0}`;
      const noted = this.#noted.get(name) ?? -Infinity;
      if (+event.receivedAt - noted < HALF_MINUTE_MS) continue;
      heard.set(name, { job, event, parentId });
    }
    const items = [...heard.values()].sort((a, b) =>
      a.job.id < b.job.id ? -1 : 1,
    );
    for (let begin = 0; begin < items.length; begin += MOST_ROWS) {
      await this.#write(transaction, items.slice(begin, begin + MOST_ROWS));
    }
    return () =>
      heard.forEach(({ event }, name) =>
        this.#noted.set(name, +event.receivedAt),
      );
  }

  async #write(
    transaction: Knex.Transaction,
    items: readonly Heard[],
  ): Promise<void> {
    const rows = new Map<string, JobRow>();
    for (const { job, event, parentId } of items) {
      const at = fromDate(event.receivedAt);
      const other = rows.get(job.id);
      rows.set(job.id, {
        id: job.id,
        namespace: job.namespace,
        name: job.name,
        is_step: parentId !== undefined || (other?.is_step ?? false),
        first_heard_at: other?.first_heard_at ?? at,
        last_heard_at: at,
        producer: event.producer,
        sender: event.sender,
        outputs:
          job.outputs.length > 0
            ? JSON.stringify(job.outputs)
            : other?.outputs ?? '[]',
      });
    }
    const later = isPostgres(transaction) ? 'greatest' : 'max';
    await jobsTable(transaction)
      .insert([...rows.values()])
      .onConflict('id')
      .merge({
        is_step: transaction.raw('jobs.is_step or excluded.is_step'),
        last_heard_at: transaction.raw(
          `${later}(jobs.last_heard_at, excluded.last_heard_at)`,
        ),
        producer: transaction.raw('excluded.producer'),
        sender: transaction.raw('excluded.sender'),
        outputs: transaction.raw(
          "case when excluded.outputs = '[]' then jobs.outputs else excluded.outputs end",
        ),
      });
    const parents = items.flatMap(({ job, parentId }) =>
      parentId ? [{ parent_id: parentId, job_id: job.id }] : [],
    );
    if (parents.length === 0) return;
    await jobParentsTable(transaction)
      .insert(parents)
      .onConflict(['parent_id', 'job_id'])
      .ignore();
  }
}
