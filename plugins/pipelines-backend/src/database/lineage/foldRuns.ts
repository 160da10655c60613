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
}

/** What the events say of each run; in the order of ids. */
function toldOf(events: readonly PreparedEvent[]): Told[] {
  const byRun = new Map<string, Told>();
  for (const { run, job, receivedAt } of events) {
    if (!run || !job) continue;
    const other = byRun.get(run.id);
    const at = fromDate(receivedAt);
    byRun.set(run.id, {
      id: run.id,
      jobId: job.id,
      runId: run.runId,
      facts: other ? mergeFacts(other.facts, run.facts) : run.facts,
      receivedAt: other && other.receivedAt > at ? other.receivedAt : at,
    });
  }
  return [...byRun.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function merged(told: Told, row: RunRow): Told {
  const { received_at } = row;
  return {
    ...told,
    facts: mergeFacts(told.facts, factsIn(row)),
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

/**
 * Folds events into their runs. Another backend may do the same to the same runs
 * at this moment: stored runs are locked before they are read, and of two who
 * make the same new run the second waits and then merges.
 */
export async function foldRuns(
  transaction: Knex.Transaction,
  events: readonly PreparedEvent[],
): Promise<void> {
  const told = toldOf(events);
  if (told.length === 0) return;
  const { stored, unknown } = await mergeStored(transaction, told);
  if (stored.length > 0) await write(transaction, stored, REPLACE);
  if (unknown.length === 0) return;
  const made = returnedIds(
    await write(
      transaction,
      unknown,
      'on conflict (id) do nothing returning id',
    ),
  );
  const late = unknown.filter(({ id }) => !made.has(id));
  if (late.length === 0) return;
  const again = await mergeStored(transaction, late);
  await write(transaction, again.stored, REPLACE);
}
