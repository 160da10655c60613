import { Knex } from 'knex';
import { PreparedEvent } from '../../ingest/openlineage/prepareEvent';
import { mergeFacts, RunFacts } from '../../ingest/openlineage/runFacts';
import { inChunks } from '../inChunks';
import { InsertColumn, insertTable } from '../insertTable';
import { fromDate } from '../instant';
import { returnedIds } from '../returnedIds';
import { factsIn, RunRow, runsTable, toRunRow } from '../runs/runRow';

const COLUMNS: readonly (InsertColumn & { readonly name: keyof RunRow })[] = [
  { name: 'id', type: 'text' },
  { name: 'job_id', type: 'text' },
  { name: 'run_id', type: 'text' },
  { name: 'parent_id', type: 'text' },
  { name: 'parent_job_id', type: 'text' },
  { name: 'state', type: 'text' },
  { name: 'begun_at', type: 'text' },
  { name: 'ended_at', type: 'text' },
  { name: 'rows', type: 'double precision' },
  { name: 'facts', type: 'text' },
  { name: 'received_at', type: 'text' },
  { name: 'is_backfill', type: 'boolean' },
];

const REPLACE = `on conflict (id) do update set ${COLUMNS.filter(
  ({ name }) => name !== 'id',
)
  .map(({ name }) => `"${name}" = excluded."${name}"`)
  .join(', ')}`;

interface Told {
  readonly id: string;
  readonly jobId: string;
  readonly runId: string;
  readonly facts: RunFacts;
  readonly receivedAt: string;
  /** The earliest instant that it is about, as it was told before and is now. */
  readonly touchedFrom: string;
}

/** A run of a job was heard of: the earliest instant that it is about. */
export interface TouchedRun {
  readonly jobId: string;
  readonly from: string;
}

/** Where its tool's clock is ahead of ours, it ended when we heard of it. */
function earliestOf(
  { firstEventAt, startedAt, nominal }: RunFacts,
  receivedAt: string,
): string {
  const { start, end } = nominal?.is ?? {};
  return [startedAt, start, end, receivedAt].reduce<string>(
    (first, each) => (each !== undefined && each < first ? each : first),
    firstEventAt,
  );
}

/** What the events say of each run; in the order of ids. */
function toldOf(events: readonly PreparedEvent[]): Told[] {
  const byRun = new Map<string, Told>();
  for (const { run, job, receivedAt } of events) {
    if (!run || !job) continue;
    const other = byRun.get(run.id);
    const at = fromDate(receivedAt);
    const from = earliestOf(run.facts, at);
    byRun.set(run.id, {
      id: run.id,
      jobId: job.id,
      runId: run.runId,
      facts: other ? mergeFacts(other.facts, run.facts) : run.facts,
      receivedAt: other && other.receivedAt > at ? other.receivedAt : at,
      touchedFrom: other && other.touchedFrom < from ? other.touchedFrom : from,
    });
  }
  return [...byRun.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function merged(told: Told, row: RunRow): Told {
  const { received_at } = row;
  const stored = factsIn(row);
  const from = earliestOf(stored, received_at);
  return {
    ...told,
    facts: mergeFacts(told.facts, stored),
    touchedFrom: told.touchedFrom < from ? told.touchedFrom : from,
    receivedAt: received_at > told.receivedAt ? received_at : told.receivedAt,
  };
}

function write(transaction: Knex, told: readonly Told[], suffix: string) {
  const rows = told.map(toRunRow);
  return insertTable(transaction, {
    table: 'runs',
    columns: COLUMNS,
    rows: rows.map(row => COLUMNS.map(({ name }) => row[name])),
    suffix,
  });
}

/** Merges with what is stored; the rows stay locked until the commit. */
async function mergeStored(
  transaction: Knex.Transaction,
  told: readonly Told[],
): Promise<{ stored: Told[]; unknown: Told[] }> {
  const rows = await inChunks(
    told.map(({ id }) => id),
    ids =>
      runsTable(transaction)
        .whereIn('id', ids)
        .orderBy('id')
        .forUpdate()
        .select(),
  );
  const byId = new Map(rows.map(row => [row.id, row]));
  return {
    stored: told.flatMap(each => {
      const row = byId.get(each.id);
      return row ? [merged(each, row)] : [];
    }),
    unknown: told.filter(({ id }) => !byId.has(id)),
  };
}

function touchedBy(told: readonly Told[]): TouchedRun[] {
  const byJob = new Map<string, string>();
  for (const { jobId, touchedFrom } of told) {
    const other = byJob.get(jobId);
    if (other === undefined || touchedFrom < other) {
      byJob.set(jobId, touchedFrom);
    }
  }
  return [...byJob].map(([jobId, from]) => ({ jobId, from }));
}

/**
 * Folds events into their runs. Another backend may do the same to the same runs
 * at this moment: stored runs are locked before they are read, and of two who
 * make the same new run the second waits and then merges.
 *
 * @returns what of them rules may read
 */
export async function foldRuns(
  transaction: Knex.Transaction,
  events: readonly PreparedEvent[],
): Promise<TouchedRun[]> {
  const told = toldOf(events);
  if (told.length === 0) return [];
  const { stored, unknown } = await mergeStored(transaction, told);
  if (stored.length > 0) await write(transaction, stored, REPLACE);
  if (unknown.length === 0) return touchedBy(stored);
  const made = returnedIds(
    await write(
      transaction,
      unknown,
      'on conflict (id) do nothing returning id',
    ),
  );
  const late = unknown.filter(({ id }) => !made.has(id));
  const fresh = unknown.filter(({ id }) => made.has(id));
  if (late.length === 0) return touchedBy([...stored, ...fresh]);
  const again = await mergeStored(transaction, late);
  await write(transaction, again.stored, REPLACE);
  return touchedBy([...stored, ...fresh, ...again.stored]);
}
