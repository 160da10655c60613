import { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { AHEAD_MS } from '../../evaluation';
import { Measurement } from '../../ingest/heard';
import { Arrival, noteArrivals } from '../arrivals/noteArrivals';
import { InsertColumn, insertTable, selectRows } from '../insertTable';
import { fromDate } from '../instant';
import { SeriesIds, subjectOf } from './series';

const DAY_MS = 86_400_000;
const DAY_LENGTH = 'yyyy-MM-dd'.length;

const COLUMNS: readonly InsertColumn[] = [
  { name: 'series_id', type: 'integer' },
  { name: 'key', type: 'text' },
  { name: 'at', type: 'text' },
  { name: 'version', type: 'text' },
  { name: 'value', type: 'double precision' },
  { name: 'good', type: 'double precision' },
  { name: 'total', type: 'double precision' },
  { name: 'received_at', type: 'text' },
];

const DAY_COLUMNS: readonly InsertColumn[] = [
  { name: 'series_id', type: 'integer' },
  { name: 'day', type: 'text' },
  { name: 'is_kept', type: 'boolean' },
];

const NAMES: readonly InsertColumn[] = [
  { name: 'series_id', type: 'integer' },
  { name: 'key', type: 'text' },
];

const KEEP_LATER = `on conflict (series_id, key) do update set
  at = excluded.at, version = excluded.version,
  value = excluded.value, good = excluded.good, total = excluded.total,
  received_at = case when measurements.at = excluded.at
    then coalesce(measurements.received_at, excluded.received_at)
    else excluded.received_at end
  where excluded.version >= measurements.version`;

// Of a day whose figures were deleted the sums are all there is: they stay.
const ROLL_AGAIN = `on conflict (series_id, day) do update set rolled_at = null
  where measurement_days.rolled_at is not null and measurement_days.is_kept`;

type Row = readonly [
  seriesId: number,
  key: string,
  at: string,
  version: string,
  value: number | null,
  good: number | null,
  total: number | null,
  receivedAt: string,
];

/** Of counts, `value` is their share, so that charts and limits read one column. */
function figureOf({
  figure,
}: Measurement): [number | null, ...(number | null)[]] {
  return typeof figure === 'number'
    ? [figure, null, null]
    : [
        figure.total === 0 ? null : figure.good / figure.total,
        figure.good,
        figure.total,
      ];
}

type SeriesDay = readonly [seriesId: number, day: string];

const dayIn = (instant: string) => instant.slice(0, DAY_LENGTH);

type StoredAt = {
  series_id: number;
  key: string;
  at: string;
  received_at: string | null;
};

/** Figures that come as they are measured are new; what comes later may be known. */
function mayBeStored([, key, at, , , , , receivedAt]: Row): boolean {
  return key !== at || Date.parse(receivedAt) - Date.parse(at) > AHEAD_MS;
}

/**
 * Where figures stood until now: those with a name of their own may be moved, and
 * one that was ahead of our clock counted when it was received.
 */
async function storedAt(
  transaction: Knex.Transaction,
  rows: readonly Row[],
): Promise<StoredAt[]> {
  const asked = rows.filter(mayBeStored);
  if (asked.length === 0) return [];
  const { sql, bindings } = selectRows(transaction, {
    columns: NAMES,
    rows: asked.map(([id, key]) => [id, key]),
  });
  return transaction<StoredAt>('measurements')
    .whereRaw(`(series_id, key) in (${sql})`, bindings)
    .select('series_id', 'key', 'at', 'received_at');
}

/** Days from which figures are taken to another day. */
function daysLeft(
  rows: readonly Row[],
  stored: readonly StoredAt[],
): SeriesDay[] {
  const goesTo = new Map(
    rows.map(([id, key, at]) => [`${id} ${key}`, dayIn(at)]),
  );
  return stored.flatMap(({ series_id, key, at }): SeriesDay[] =>
    goesTo.get(`${series_id} ${key}`) === dayIn(at)
      ? []
      : [[series_id, dayIn(at)]],
  );
}

/**
 * What the figures are about, since the earliest instant of each metric: where
 * they stand, and where they stood before they were corrected.
 */
function arrivalsOf(options: {
  measurements: readonly Measurement[];
  ids: readonly number[];
  stored: readonly StoredAt[];
  arrival: string;
}): Arrival[] {
  const { measurements, ids, stored, arrival } = options;
  const before = new Map(
    stored.map(({ series_id, key, at, received_at }) => [
      `${series_id} ${key}`,
      received_at !== null && received_at < at ? received_at : at,
    ]),
  );
  const bySubject = new Map<string, Record<string, string>>();
  measurements.forEach(({ subject, metric, at, key }, index) => {
    const name = subjectOf(subject);
    const metrics = bySubject.get(name) ?? {};
    bySubject.set(name, metrics);
    const old = before.get(`${ids[index]} ${key ?? fromDate(at)}`);
    // A clock that is ahead of ours tells nothing of what is to come.
    const instants = [fromDate(at), arrival, old, metrics[metric]];
    metrics[metric] = instants.reduce<string>(
      (first, each) => (each !== undefined && each < first ? each : first),
      arrival,
    );
  });
  return [...bySubject].map(([subject, metrics]) => ({
    subject,
    facts: { metrics },
  }));
}

/** Writes measurements, and notes on which days there are some. */
export class MeasurementWriter {
  readonly #series = new SeriesIds();
  /** Days noted already, by series. */
  readonly #days = new LRUCache<string, true>({ max: 200_000 });

  /**
   * Writes within a transaction; of two with one name the later version stays.
   *
   * @returns the ids of the series; `remember` is to be called after the commit
   */
  async write(
    transaction: Knex.Transaction,
    options: { measurements: readonly Measurement[]; receivedAt: Date },
  ): Promise<{ seriesIds: number[]; remember(): void }> {
    const { measurements, receivedAt } = options;
    if (measurements.length === 0) return { seriesIds: [], remember() {} };
    const { ids, remember } = await this.#series.resolve(
      transaction,
      measurements,
    );
    const arrival = fromDate(receivedAt);
    const rows = new Map<string, Row>();
    measurements.forEach((each, index) => {
      const at = fromDate(each.at);
      const version = each.version ?? arrival;
      const key = each.key ?? at;
      const [value, good, total] = figureOf(each);
      const name = `${ids[index]} ${key}`;
      const other = rows.get(name);
      if (other && other[3] > version) return;
      rows.set(name, [
        ids[index],
        key,
        at,
        version,
        value,
        good,
        total,
        arrival,
      ]);
    });
    const sorted = [...rows.values()].sort(
      (a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1),
    );
    const stored = await storedAt(transaction, sorted);
    const left = daysLeft(sorted, stored);
    await insertTable(transaction, {
      table: 'measurements',
      columns: COLUMNS,
      rows: sorted,
      suffix: KEEP_LATER,
    });
    await noteArrivals(transaction, {
      arrivals: arrivalsOf({ measurements, ids, stored, arrival }),
      receivedAt,
    });
    const noted = await this.#noteDays(transaction, sorted, left, receivedAt);
    return {
      seriesIds: [...new Set(ids)],
      remember: () => {
        remember();
        noted.forEach(day => this.#days.set(day, true));
      },
    };
  }

  // A day is rolled up when it is two days past. Until then it is enough to note
  // it once; what comes later has it rolled up again, so it is noted each time.
  async #noteDays(
    transaction: Knex.Transaction,
    rows: readonly Row[],
    left: readonly SeriesDay[],
    receivedAt: Date,
  ): Promise<string[]> {
    const yesterday = dayIn(fromDate(new Date(+receivedAt - DAY_MS)));
    const days = new Map<string, [number, string, boolean]>();
    for (const [id, day] of left) days.set(`${id} ${day}`, [id, day, true]);
    for (const [id, , at] of rows) {
      const day = dayIn(at);
      const name = `${id} ${day}`;
      if (days.has(name)) continue;
      if (day >= yesterday && this.#days.has(name)) continue;
      days.set(name, [id, day, true]);
    }
    if (days.size === 0) return [];
    await insertTable(transaction, {
      table: 'measurement_days',
      columns: DAY_COLUMNS,
      rows: [...days.values()].sort(
        (a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1),
      ),
      suffix: ROLL_AGAIN,
    });
    return [...days.keys()];
  }
}
