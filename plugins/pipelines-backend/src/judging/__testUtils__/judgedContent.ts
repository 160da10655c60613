import { createHash } from 'node:crypto';
import stringify from 'fast-json-stable-stringify';
import { Knex } from 'knex';

type Row = Record<string, unknown>;

/** Tables whose rows say what was judged, and what was heard. */
const TABLES = [
  'rules',
  'rule_versions',
  'slot_verdicts',
  'state_intervals',
  'event_days',
  'scores',
  'score_revisions',
  'receipts',
  'alert_watch',
  'runs',
  'measurements',
  'alerts',
  'exclusions',
  'reviews',
] as const;

/** Columns with JSON in a text. */
const JSONS = [
  'verdict',
  'current',
  'tally',
  'before',
  'after',
  'exclusion_ids',
  'rule',
  'facts',
];

/** Columns that say when it was looked at, which is different work for the same. */
const OF_WORK = ['id', 'judged_at', 'due_at', 'touched_from', 'rolled_at'];

/** Names for ids that every database gives otherwise. */
interface Names {
  readonly rules: ReadonlyMap<number, string>;
  readonly versions: ReadonlyMap<number, string>;
  readonly series: ReadonlyMap<number, string>;
  /** Random ids of exclusions and reviews. */
  readonly random: ReadonlyMap<string, string>;
}

async function namesIn(knex: Knex): Promise<Names> {
  const rules: Row[] = await knex('rules').select();
  const versions: Row[] = await knex('rule_versions').orderBy([
    'from_at',
    'id',
  ]);
  const series: Row[] = await knex('measurement_series').select();
  const exclusions: Row[] = await knex('exclusions').select();
  const reviews: Row[] = await knex('reviews').select();
  const ruleNames = new Map(
    rules.map(({ id, kind, name }) => [Number(id), `${kind} ${name}`]),
  );
  const counts = new Map<unknown, number>();
  const versionNames = new Map(
    versions.map(({ id, rule_id }) => {
      const count = (counts.get(rule_id) ?? 0) + 1;
      counts.set(rule_id, count);
      return [Number(id), `${ruleNames.get(Number(rule_id))} v${count}`];
    }),
  );
  return {
    rules: ruleNames,
    versions: versionNames,
    series: new Map(
      series.map(({ id, subject, metric, dimensions }) => [
        Number(id),
        `${subject} ${metric} ${dimensions}`,
      ]),
    ),
    random: new Map([
      ...exclusions.map(({ id, from_at, to_at, author }): [string, string] => [
        String(id),
        `exclusion ${from_at} ${to_at} ${author}`,
      ]),
      ...reviews.map(({ id, objective, period, at }): [string, string] => [
        String(id),
        `review ${objective} ${period} ${at}`,
      ]),
    ]),
  };
}

const OF_SERIES = /^(\d+)\/(.*)$/;

/** A value of JSON with names for ids; of lists of ids in the order of names. */
function named(value: unknown, names: Names): unknown {
  if (typeof value === 'string') {
    const random = names.random.get(value);
    if (random) return random;
    const figure = OF_SERIES.exec(value);
    const series = figure && names.series.get(Number(figure[1]));
    return figure && series ? `${series}/${figure[2]}` : value;
  }
  if (Array.isArray(value)) {
    const items = value.map(each => named(each, names));
    return items.every(each => typeof each === 'string') ? items.sort() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, named(each, names)]),
  );
}

function cell(column: string, value: unknown, names: Names): unknown {
  if (value === null || value === undefined) return null;
  if (column === 'rule_id') return names.rules.get(Number(value));
  if (column === 'version_id') return names.versions.get(Number(value));
  if (column === 'series_id') return names.series.get(Number(value));
  if (column.startsWith('is_')) return Boolean(value);
  return JSONS.includes(column) && typeof value === 'string'
    ? named(JSON.parse(value), names)
    : value;
}

/** What all tables say, in one form for both databases: a line for each row. */
export async function judgedContent(
  knex: Knex,
  options: { without?: readonly string[] } = {},
): Promise<string[]> {
  const { without = [] } = options;
  const names = await namesIn(knex);
  const lines: string[] = [];
  for (const table of TABLES) {
    if (without.includes(table)) continue;
    const rows: Row[] = await knex(table).select();
    const written = rows.map(row =>
      stringify(
        Object.fromEntries(
          Object.entries(row)
            .filter(([column]) => !OF_WORK.includes(column))
            .map(([column, value]) => [column, cell(column, value, names)]),
        ),
      ),
    );
    lines.push(...written.sort().map(line => `${table} ${line}`));
  }
  return lines;
}

/** A short name of a content: two that are the same have the same. */
export function digestOf(content: readonly string[]): string {
  const hash = createHash('sha256').update(content.join('\n'));
  return hash.digest('hex').slice(0, 16);
}
