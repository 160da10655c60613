import stringify from 'fast-json-stable-stringify';
import { Knex } from 'knex';
import { rulesOf } from '../../evaluation';
import { ANY_JOB, Delivery, REF } from './companyYear';

/** What of a year is kept, each once; instants in order. */
export interface KeptFacts {
  readonly counts: Readonly<Record<string, number>>;
  /** When anything was heard, and when figures of a metric about silence. */
  readonly heard: Readonly<Record<string, readonly string[]>>;
}

const SILENT_METRIC = 'lag';

const inOrder = (instants: Iterable<string>) => [...new Set(instants)].sort();

function distinct<T>(items: readonly T[], nameOf: (item: T) => string): number {
  return new Set(items.map(nameOf)).size;
}

function reviewsKept(deliveries: readonly Delivery[]): number {
  const last = new Map<string, boolean>();
  let kept = 0;
  for (const each of deliveries) {
    if (each.type !== 'review') continue;
    if (last.get(each.period) !== each.isApproved) kept += 1;
    last.set(each.period, each.isApproved);
  }
  return kept;
}

/** Of every rule a version for each time that it became another, or came back. */
function versionsKept(deliveries: readonly Delivery[]): number {
  let before = new Map<string, string>();
  let kept = 0;
  for (const each of deliveries) {
    if (each.type !== 'promise') continue;
    const rules = new Map(
      rulesOf(each.spec).map(rule => [
        `${rule.kind} ${rule.spec.id}`,
        JSON.stringify(rule),
      ]),
    );
    rules.forEach((rule, name) => {
      if (before.get(name) !== rule) kept += 1;
    });
    before = rules;
  }
  return kept;
}

/** What ought to be kept of what was handed over. */
export function keptOf(deliveries: readonly Delivery[]): KeptFacts {
  const of = <T extends Delivery['type']>(type: T) =>
    deliveries.filter(
      (each): each is Extract<Delivery, { type: T }> => each.type === type,
    );
  const events = [
    ...new Map(
      // Of the same event the first one counts, so it has to come last here.
      [...of('event')].reverse().map(each => [stringify(each.body), each]),
    ).values(),
  ];
  const figures = of('figure');
  const alerts = of('alert');
  const claimedAt = of('promise').find(each => each.claimsOthers)?.receivedAt;
  const heardOf = events.filter(
    ({ job, receivedAt }) =>
      !job.startsWith(ANY_JOB) || receivedAt >= (claimedAt ?? Infinity),
  );
  const text = ({ receivedAt }: Delivery) => new Date(receivedAt).toISOString();
  return {
    counts: {
      events: events.length,
      runs: distinct(events, ({ job, runId }) => `${job} ${runId}`),
      measurements: distinct(figures, ({ job, metric, key, at }) =>
        stringify([job ?? '', metric, key ?? at]),
      ),
      alerts: distinct(alerts, each => each.fingerprint),
      alertsEnded: distinct(
        alerts.filter(each => each.endsAt !== undefined),
        each => each.fingerprint,
      ),
      reviews: reviewsKept(deliveries),
      exclusions: of('exclusion').length,
      exclusionsCancelled: of('cancel').length,
      versions: versionsKept(deliveries),
      arrivals: 0,
    },
    heard: {
      '': inOrder([...heardOf, ...figures].map(text)),
      [SILENT_METRIC]: inOrder(
        figures.filter(({ metric }) => metric === SILENT_METRIC).map(text),
      ),
    },
  };
}

/** What is kept in the tables. */
export async function keptIn(knex: Knex): Promise<KeptFacts> {
  const count = async (table: string, where: (query: Knex.QueryBuilder) => void = () => {}) => {
    const [{ rows }] = await knex(table).where(where).count({ rows: '*' });
    return Number(rows);
  };
  const heardOf = async (metric: string): Promise<string[]> =>
    knex('receipts')
      .where({ pipeline_ref: REF, metric })
      .orderBy('at')
      .pluck('at');
  return {
    counts: {
      events: await count('lineage_events'),
      runs: await count('runs'),
      measurements: await count('measurements'),
      alerts: await count('alerts'),
      alertsEnded: await count('alerts', query => query.whereNotNull('ends_at')),
      reviews: await count('reviews'),
      exclusions: await count('exclusions'),
      exclusionsCancelled: await count('exclusions', query =>
        query.whereNotNull('cancelled_at'),
      ),
      versions: await count('rule_versions'),
      arrivals: await count('arrivals'),
    },
    heard: {
      '': await heardOf(''),
      [SILENT_METRIC]: await heardOf(SILENT_METRIC),
    },
  };
}

type RevisionRow = {
  id: number;
  rule_id: number;
  month: string;
  at: string;
  before: string;
  after: string;
};

/**
 * What is wrong with the revisions, in words: each goes on from the one before
 * it, says something else, and is counted in the month; the last is the month.
 */
export async function faultyRevisions(knex: Knex): Promise<string[]> {
  const rows: RevisionRow[] = await knex('score_revisions').orderBy('id');
  const scores: { rule_id: number; month: string; revision: number; met: number; missed: number }[] =
    await knex('scores').select();
  const byMonth = new Map<string, RevisionRow[]>();
  for (const row of rows) {
    const name = `${row.rule_id} ${row.month}`;
    byMonth.set(name, [...(byMonth.get(name) ?? []), row]);
  }
  const faults: string[] = [];
  for (const { rule_id, month, revision, met, missed } of scores) {
    const name = `${rule_id} ${month}`;
    const all = byMonth.get(name) ?? [];
    if (all.length !== revision) {
      faults.push(`${name}: revision ${revision}, but ${all.length} are kept`);
    }
    all.forEach((row, index) => {
      const { revision: from, ...before } = JSON.parse(row.before);
      const { revision: to, ...after } = JSON.parse(row.after);
      if (from !== index || to !== index + 1) {
        faults.push(`${name}: revision ${index + 1} goes from ${from} to ${to}`);
      }
      if (stringify(before) === stringify(after)) {
        faults.push(`${name}: revision ${to} changes nothing: ${row.after}`);
      }
      const { revision: _, ...last } = JSON.parse(all[index - 1]?.after ?? row.before);
      if (stringify(last) !== stringify(before)) {
        faults.push(
          `${name}: revision ${to} does not go on from the one before: ${stringify(last)} ${stringify(before)}`,
        );
      }
    });
    const end = all[all.length - 1];
    if (!end) continue;
    const { met: lastMet, missed: lastMissed } = JSON.parse(end.after);
    if (lastMet !== met || lastMissed !== missed) {
      faults.push(`${name}: the month is not what its last revision says`);
    }
  }
  return faults;
}
