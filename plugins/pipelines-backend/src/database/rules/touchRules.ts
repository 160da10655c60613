import { Knex } from 'knex';
import { takeArrivals } from '../arrivals/takeArrivals';
import { fromDate } from '../instant';
import { eachRow } from '../eachRow';
import { insertTable } from '../insertTable';
import { jobIdIn } from '../measurements/series';
import { rowsOf, withRows } from '../withRows';
import { claimsAbove } from './claimsAbove';
import { DOWN, metricOfReceipt } from './readNames';
import { earlier, EVERYTHING, Touch, Touches, touchesOf } from './touches';

type Read = {
  rule_id: number;
  pipeline_ref: string;
  fact: string;
};

async function readersOf(
  transaction: Knex.Transaction,
  touches: Touches,
): Promise<Read[]> {
  const rows = touches.rows().map(each => [each.pipelineRef, each.fact]);
  const { sql, bindings } = withRows(transaction, {
    name: 'w',
    columns: [
      { name: 'pipeline_ref', type: 'text' },
      { name: 'fact', type: 'text' },
    ],
    rows,
  });
  return rowsOf<Read>(
    transaction.raw(
      `${sql}
      select r.rule_id, r.pipeline_ref, r.fact from w ${eachRow(transaction, {
        table: 'rule_reads',
        as: 'r',
        where: 'r.pipeline_ref = w.pipeline_ref and r.fact = w.fact',
      })}
      union all
      select r.id, r.pipeline_ref, '${EVERYTHING}' from w
        join rules r on r.pipeline_ref = w.pipeline_ref
        where w.fact = '${EVERYTHING}'`,
      bindings,
    ),
  );
}

async function keepReceipts(
  transaction: Knex.Transaction,
  reads: readonly Read[],
  touches: Touches,
): Promise<void> {
  const rows = reads.flatMap(({ pipeline_ref, fact }) => {
    const metric = metricOfReceipt(fact);
    if (metric === undefined) return [];
    const instants = touches.receiptsOf(pipeline_ref, fact);
    return instants.map(at => [pipeline_ref, metric, at]);
  });
  if (rows.length === 0) return;
  await insertTable(transaction, {
    table: 'receipts',
    columns: [
      { name: 'pipeline_ref', type: 'text' },
      { name: 'metric', type: 'text' },
      { name: 'at', type: 'text' },
    ],
    rows,
    suffix: 'on conflict (pipeline_ref, metric, at) do nothing',
  });
}

/**
 * An alert says that somebody would tell, since it began at the latest: rules about
 * it begin to know.
 */
async function beginToWatch(
  transaction: Knex.Transaction,
  options: { since: string; now: string },
): Promise<void> {
  const { since, now } = options;
  const made = await rowsOf<{ id: number }>(
    transaction.raw(
      `insert into alert_watch (id, since) values (1, ?)
        on conflict (id) do update set since = excluded.since
        where excluded.since < alert_watch.since returning id`,
      [since],
    ),
  );
  if (made.length === 0) return;
  await transaction('rules')
    .whereIn(
      'id',
      transaction('rule_reads').where({ fact: DOWN }).select('rule_id'),
    )
    .update({
      due_at: now,
      touched_from: transaction.raw(
        'case when touched_from < ? then touched_from else ? end',
        [since, since],
      ),
    });
}

/**
 * Hands what came in to the rules that read it: they are due now, and to be
 * judged from the earliest instant that any of it is about.
 *
 * @returns how many arrivals were handed over, at most `limit`
 */
export async function touchRules(
  transaction: Knex.Transaction,
  options: { now: Date; limit: number },
): Promise<number> {
  const arrivals = await takeArrivals(transaction, options);
  if (arrivals.length === 0) return 0;
  const now = fromDate(options.now);
  const jobIds = arrivals.flatMap(({ subject }) => jobIdIn(subject) ?? []);
  const claims = await claimsAbove(transaction, [...new Set(jobIds)]);
  const touches = touchesOf(arrivals, claims);
  const alerts = arrivals.flatMap(({ facts: { down }, receivedAt }) =>
    down === undefined ? [] : [down, receivedAt],
  );
  if (alerts.length > 0) {
    const since = alerts.reduce((one, other) => (one < other ? one : other));
    await beginToWatch(transaction, { since, now });
  }
  if (touches.size === 0) return arrivals.length;

  const reads = await readersOf(transaction, touches);
  await keepReceipts(transaction, reads, touches);
  const byRule = new Map<number, Touch>();
  for (const { rule_id, pipeline_ref, fact } of reads) {
    const touch = touches.of(pipeline_ref, fact);
    if (touch) byRule.set(rule_id, earlier(byRule.get(rule_id), touch));
  }
  await markDue(transaction, byRule, now);
  return arrivals.length;
}

async function markDue(
  transaction: Knex.Transaction,
  touches: ReadonlyMap<number, Touch>,
  now: string,
): Promise<void> {
  if (touches.size === 0) return;
  const { sql, bindings } = withRows(transaction, {
    name: 'w',
    columns: [
      { name: 'id', type: 'integer' },
      { name: 'from_at', type: 'text' },
      { name: 'by', type: 'text' },
      { name: 'reason', type: 'text' },
    ],
    // In one order, so that none waits for one that waits for it.
    rows: [...touches]
      .sort(([a], [b]) => a - b)
      .map(([id, { from, by, reason }]) => [
        id,
        from,
        by ?? null,
        reason ?? null,
      ]),
  });
  await transaction.raw(
    `${sql}
    update rules set
      due_at = case when due_at < ? then due_at else ? end,
      touched_from = case when touched_from < w.from_at
        then touched_from else w.from_at end,
      touched_by = coalesce(w."by", touched_by),
      touched_reason = coalesce(w.reason, touched_reason)
    from w where rules.id = w.id`,
    [...bindings, now, now],
  );
}
