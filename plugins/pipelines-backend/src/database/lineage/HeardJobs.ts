import { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { hashOf } from '../../ingest/hashOf';
import { jobIdOf } from '../../ingest/openlineage/names';
import {
  fewOutputs,
  PreparedEvent,
  PreparedJob,
} from '../../ingest/openlineage/prepareEvent';
import { fromDate } from '../instant';
import { isPostgres } from '../engine';
import { jobParentsTable, JobRow, jobsTable } from '../jobs/jobRow';
import { markSteps } from '../jobs/markSteps';

// That a job was heard is told to a reader by the half minute: not every event of
// a busy job has to write its row again, unless it says something else.
const HALF_MINUTE_MS = 30_000;
const REMEMBERED = 50_000;
const MOST_ROWS = 100;

interface Heard {
  readonly job: PreparedJob;
  readonly event: PreparedEvent;
  readonly parentId?: string;
}

function outputsIn({ outputs }: Pick<JobRow, 'outputs'>): string[] {
  return JSON.parse(outputs);
}

/** What the events say of each job, in the order of ids. */
function rowsOf(items: readonly Heard[]): JobRow[] {
  const rows = new Map<string, JobRow>();
  for (const { job, event } of items) {
    const at = fromDate(event.receivedAt);
    const other = rows.get(job.id);
    const outputs = [...job.outputs, ...(other ? outputsIn(other) : [])];
    rows.set(job.id, {
      id: job.id,
      namespace: job.namespace,
      name: job.name,
      is_step: false,
      first_heard_at: other?.first_heard_at ?? at,
      last_heard_at: at,
      producer: event.producer,
      sender: event.sender,
      outputs: JSON.stringify(fewOutputs(outputs)),
    });
  }
  return [...rows.values()];
}

/**
 * Has other backends wait that note one of the jobs or parents, until the commit:
 * one of them may be new, and then there is no row to lock. Who notes a parent
 * must see the steps that name it, and the other way.
 */
async function lockJobs(
  transaction: Knex.Transaction,
  items: readonly Heard[],
): Promise<void> {
  if (items.length === 0 || !isPostgres(transaction)) return;
  const ids = items.flatMap(({ job, parentId }) =>
    parentId === undefined ? [job.id] : [job.id, parentId],
  );
  // One order for all, so that none waits for one that waits for it.
  await transaction.raw(
    'select pg_advisory_xact_lock(hashtextextended(id, 0)) from unnest(?::text[]) as id',
    [[...new Set(ids)].sort()],
  );
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
      const name = hashOf(job.id, parentId ?? '', ...job.outputs);
      const noted = this.#noted.get(name) ?? -Infinity;
      if (+event.receivedAt - noted < HALF_MINUTE_MS) continue;
      heard.set(name, { job, event, parentId });
    }
    const items = [...heard.values()].sort((a, b) =>
      a.job.id < b.job.id ? -1 : 1,
    );
    await lockJobs(transaction, items);
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
    const rows = rowsOf(items);
    const ids = rows.map(({ id }) => id);
    const stored = await jobsTable(transaction)
      .whereIn('id', ids)
      .select('id', 'outputs');
    const outputs = new Map(stored.map(row => [row.id, outputsIn(row)]));
    const later = isPostgres(transaction) ? 'greatest' : 'max';
    await jobsTable(transaction)
      .insert(
        rows.map(row => ({
          ...row,
          outputs: JSON.stringify(
            fewOutputs([...outputsIn(row), ...(outputs.get(row.id) ?? [])]),
          ),
        })),
      )
      .onConflict('id')
      .merge({
        last_heard_at: transaction.raw(
          `${later}(jobs.last_heard_at, excluded.last_heard_at)`,
        ),
        producer: transaction.raw('excluded.producer'),
        sender: transaction.raw('excluded.sender'),
        outputs: transaction.raw('excluded.outputs'),
      });
    const parents = items.flatMap(({ job, parentId }) =>
      parentId ? [{ parent_id: parentId, job_id: job.id }] : [],
    );
    if (parents.length > 0) {
      await jobParentsTable(transaction)
        .insert(parents)
        .onConflict(['parent_id', 'job_id'])
        .ignore();
    }
    await markSteps(transaction, [
      ...ids,
      ...parents.map(({ parent_id }) => parent_id),
    ]);
  }
}
