import stringify from 'fast-json-stable-stringify';
import { Knex } from 'knex';
import { rulesOf } from '../../evaluation';
import { ANY_JOB } from './companyPromises';
import { Delivery, REF } from './Delivery';

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
  const rulesIn = (each?: Delivery) =>
    each?.type === 'promise'
      ? rulesOf(each.spec).map(rule => JSON.stringify(rule))
      : [];
  const promises = deliveries.filter(({ type }) => type === 'promise');
  return promises
    .map((each, index) => {
      const before = new Set(rulesIn(promises[index - 1]));
      return rulesIn(each).filter(rule => !before.has(rule)).length;
    })
    .reduce((sum, count) => sum + count, 0);
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
  const count = async (
    table: string,
    where: (query: Knex.QueryBuilder) => void = () => {},
  ) => {
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
      alertsEnded: await count('alerts', query =>
        query.whereNotNull('ends_at'),
      ),
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
