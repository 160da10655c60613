import { Knex } from 'knex';
import { isPostgres } from '../engine';
import { Day } from './MeasurementStore';

/** A row of the table `measurement_days`; sums are null until rolled up. */
export type DayRow = {
  series_id: number;
  day: string;
  rolled_at: string | null;
  is_kept: boolean;
  count: number | null;
  min: number | null;
  max: number | null;
  last: number | null;
  sum: number | null;
  good: number | null;
  total: number | null;
};

/** The sums of a day. */
export type DaySums = Omit<
  DayRow,
  'series_id' | 'day' | 'rolled_at' | 'is_kept'
>;

// PostgreSQL refuses a sum that is more than a number can be. Nobody measures that
// much; who sends it nevertheless must not stop all days from being rolled up.
const ADDS_UP = '1e290';

const sumOf = (column: 'value' | 'good' | 'total') =>
  `sum(${column}) filter (where abs(${column}) < ${ADDS_UP})`;

/** The days. */
export function daysTable(knex: Knex) {
  return knex<DayRow>('measurement_days');
}

const number = (value: number | null) => value ?? undefined;

/** A day as it is read. */
export function toDay(day: string, sums: DaySums): Day {
  return {
    day,
    count: Number(sums.count ?? 0),
    min: number(sums.min),
    max: number(sums.max),
    last: number(sums.last),
    sum: number(sums.sum),
    good: number(sums.good),
    total: number(sums.total),
  };
}

/** The sums over some measurements, day by day; at most as many rows as days. */
export async function sumsOf(
  knex: Knex,
  options: { seriesId: number; from: string; to: string },
): Promise<(DaySums & { day: string })[]> {
  const { seriesId, from, to } = options;
  const last = isPostgres(knex)
    ? '(array_agg(value order by at desc, key desc) filter (where value is not null))[1]'
    : "json_extract(json_group_array(value order by at desc, key desc) filter (where value is not null), '$[0]')";
  return knex('measurements')
    .where({ series_id: seriesId })
    .where('at', '>=', from)
    .where('at', '<', to)
    .groupByRaw('substr(at, 1, 10)')
    .orderBy('day')
    .select(
      knex.raw('substr(at, 1, 10) as day'),
      knex.raw('count(*) as count'),
      knex.raw('min(value) as min'),
      knex.raw('max(value) as max'),
      knex.raw(`${sumOf('value')} as sum`),
      knex.raw(`${sumOf('good')} as good`),
      knex.raw(`${sumOf('total')} as total`),
      knex.raw(`${last} as last`),
    );
}
