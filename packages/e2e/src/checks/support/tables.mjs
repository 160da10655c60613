/*
 * What the tables of the intake say, in one form for both databases. Left out is
 * when something came in, which no two deliveries have in common.
 */
const byJson = (a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

async function runsIn(knex) {
  const rows = await knex('runs');
  return rows.map(({ received_at: _, facts, ...row }) => {
    const { heardAt, ...told } = JSON.parse(facts);
    return { ...row, facts: told };
  });
}

async function jobsIn(knex) {
  const rows = await knex('jobs');
  return rows.map(
    ({ first_heard_at: _, last_heard_at: __, is_step, ...row }) => ({
      ...row,
      is_step: Boolean(is_step),
    }),
  );
}

async function measurementsIn(knex) {
  return knex('measurements')
    .join('measurement_series as series', 'series.id', 'measurements.series_id')
    .select(
      'series.subject',
      'series.metric',
      'series.dimensions',
      'measurements.key',
      'measurements.at',
      'measurements.version',
      'measurements.value',
      'measurements.good',
      'measurements.total',
    );
}

/** With its keys in one order, for merged facts have them in that of the merging. */
function canonical(value) {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(key => [key, canonical(value[key])]),
  );
}

/** All that events, runs, jobs and figures say, in one order. */
export async function contentOf(knex) {
  const content = {
    runs: await runsIn(knex),
    jobs: await jobsIn(knex),
    job_parents: await knex('job_parents'),
    measurements: await measurementsIn(knex),
    lineage_events: await knex('lineage_events').select('id', 'run_id', 'body'),
  };
  return Object.fromEntries(
    Object.entries(content).map(([table, rows]) => [
      table,
      canonical(rows).sort(byJson),
    ]),
  );
}

/**
 * Where two contents differ first, with a few of the rows that do.
 *
 * @returns undefined if they say the same
 */
export function difference(one, other) {
  for (const table of Object.keys(one)) {
    const theirs = new Set(other[table].map(row => JSON.stringify(row)));
    const ours = new Set(one[table].map(row => JSON.stringify(row)));
    const missing = [...ours].filter(row => !theirs.has(row));
    const more = [...theirs].filter(row => !ours.has(row));
    if (missing.length + more.length > 0) {
      return `${table}:\n  ${missing
        .slice(0, 2)
        .join('\n  ')}\nis now:\n  ${more.slice(0, 2).join('\n  ')}`;
    }
  }
  return undefined;
}

const TABLES = [
  'alerts',
  'job_parents',
  'jobs',
  'lineage_events',
  'measurement_days',
  'measurement_series',
  'measurements',
  'runs',
];

/** How many rows each table of the intake has that has any. */
export async function rowsIn(knex) {
  const counts = {};
  for (const table of TABLES) {
    const [{ count }] = await knex(table).count({ count: '*' });
    if (Number(count) > 0) counts[table] = Number(count);
  }
  return counts;
}
