// What is sent and judged in a round, to both.
import { setTimeout as pause } from 'node:timers/promises';
import { metadataOf } from './backend.mjs';

export const ENTITIES = 1_000;
const IN_REQUEST = 1_000;
const CONNECTIONS = 4;
const POLL_MS = 10;
const DAY_MS = 86_400_000;
// Of a hundred figures so many are bad; other ones in each round.
const BAD = 3;

const names = (from, count) =>
  Array.from({ length: count }, (_, index) => `m${from + index}`);
const SHARES = names(0, 3);
const WATERMARKS = names(3, 2);
const LEAST = names(5, 3);
const BETWEEN = names(8, 2);
const METRICS = [...SHARES, ...WATERMARKS, ...LEAST, ...BETWEEN];

export const nameOf = index => `p-${index}`;

/** Five promises and five monitors, each about a metric of its own. */
export const pipelines = Array.from({ length: ENTITIES }, (_, index) => ({
  apiVersion: 'techflow.io/v1alpha1',
  kind: 'Pipeline',
  metadata: { ...metadataOf(nameOf(index)), title: `Pipeline ${index}` },
  spec: {
    type: 'batch',
    lifecycle: 'production',
    criticality: 'high',
    purpose: 'Calculates profit',
    owner: `team-${index % 40}`,
    system: `system-${index % 100}`,
    sla: {
      timeZone: 'America/New_York',
      objectives: [
        ...SHARES.map(metric => ({
          id: metric,
          type: 'ratio',
          metric,
          target: 99,
        })),
        ...WATERMARKS.map(watermark => ({
          id: watermark,
          type: 'freshness',
          maxAge: '24h',
          watermark,
          target: 99,
        })),
      ],
    },
    monitors: [
      ...LEAST.map(metric => ({
        id: metric,
        type: 'threshold',
        metric,
        mustBeGreaterOrEqualTo: 100,
      })),
      ...BETWEEN.map(metric => ({
        id: metric,
        type: 'range',
        metric,
        mustBeBetween: [100, 10_000],
      })),
    ],
  },
}));

/** The same for Tech Insights: ten facts, and a check about each. */
export const insights = {
  schema: Object.fromEntries(
    METRICS.map(metric => [
      metric,
      { type: 'integer', description: `What ${metric} measures` },
    ]),
  ),
  checks: Object.fromEntries(
    METRICS.map(metric => [
      metric,
      { fact: metric, operator: 'greaterThanInclusive', value: 100 },
    ]),
  ),
};

function isBad(round, entity, metric) {
  return (entity * 31 + metric * 7 + round * 13) % 100 < BAD;
}

/** Facts of a round: a value of each metric of each entity. */
export function factsOf(round) {
  return Array.from({ length: ENTITIES }, (_, entity) => ({
    entity: { kind: 'component', namespace: 'default', name: nameOf(entity) },
    facts: Object.fromEntries(
      METRICS.map((metric, index) => [
        metric,
        isBad(round, entity, index) ? 10 : 1_000 + round,
      ]),
    ),
  }));
}

function figureOf(metric, isBadNow, round, now) {
  if (SHARES.includes(metric)) {
    const total = 1_000 + round;
    return { good: isBadNow ? total - 500 : total, total };
  }
  if (WATERMARKS.includes(metric)) {
    return { value: isBadNow ? now - 2 * DAY_MS : now - 60_000 };
  }
  return { value: isBadNow ? 10 : 1_000 + round };
}

/** The same values as measurements, in bodies of a thousand. */
export function measurementsOf(round) {
  const now = Date.now();
  const at = new Date(now).toISOString();
  const all = Array.from({ length: ENTITIES }, (_, entity) =>
    METRICS.map((metric, index) => ({
      pipelineRef: `pipeline:default/${nameOf(entity)}`,
      metric,
      at,
      ...figureOf(metric, isBad(round, entity, index), round, now),
    })),
  ).flat();
  const bodies = [];
  for (let begin = 0; begin < all.length; begin += IN_REQUEST) {
    const measurements = all.slice(begin, begin + IN_REQUEST);
    bodies.push(JSON.stringify({ measurements }));
  }
  return bodies;
}

/** Milliseconds that Tech Insights takes for a round. */
export async function insightsRound(server, round) {
  const facts = factsOf(round);
  const insert = await server.tell({ insert: facts }, 'inserted');
  const entities = facts.map(({ entity }) => entity);
  const begin = performance.now();
  const body = JSON.stringify({ entities, checks: METRICS });
  const answers = JSON.parse(
    await server.post('/tech-insights/checks/run', body),
  );
  const check = performance.now() - begin;
  const results = answers.flatMap(each => each.results);
  if (results.length !== ENTITIES * METRICS.length) {
    throw new Error(`Tech Insights gave ${results.length} results`);
  }
  return { insert, check, whole: insert + check };
}

async function send(server, bodies) {
  const waiting = [...bodies];
  const work = async () => {
    for (let body = waiting.shift(); body; body = waiting.shift()) {
      await server.post('/pipelines/v1/measurements', body);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
}

/** Resolves when nothing is on its way and no rule is due. */
async function judged(knex) {
  for (;;) {
    const { rows } = await knex.raw(
      `select exists(select 1 from arrivals)
        or exists(select 1 from rules where due_at <= ?) as is_more`,
      [new Date().toISOString()],
    );
    if (!rows[0].is_more) return;
    await pause(POLL_MS);
  }
}

/** All pages of the scorecard. */
async function readPortfolio(server) {
  const items = [];
  let cursor;
  do {
    const after = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const page = JSON.parse(
      await server.get(`/pipelines/v1/scorecard?limit=200${after}`),
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

/** What was judged is what was sent: as many are bad. */
async function check(knex, round) {
  const bad = pipelines.flatMap((_, entity) =>
    METRICS.filter((__, index) => isBad(round, entity, index)),
  );
  const [{ count }] = await knex('rules')
    .where('current', 'like', '{"state":"missed"%')
    .count();
  if (Number(count) !== bad.length) {
    throw new Error(`${count} rules are missed instead of ${bad.length}`);
  }
}

/** Milliseconds that ours takes for a round. */
export async function ourRound(server, knex, round) {
  const bodies = measurementsOf(round);
  const begin = performance.now();
  await send(server, bodies);
  const ingested = performance.now();
  await judged(knex);
  const known = performance.now();
  const items = await readPortfolio(server);
  const end = performance.now();
  const scores = items.flatMap(({ objectives }) => objectives);
  if (scores.length !== ENTITIES * (SHARES.length + WATERMARKS.length)) {
    throw new Error(`The scorecard has ${scores.length} scores`);
  }
  await check(knex, round);
  return {
    ingest: ingested - begin,
    judge: known - ingested,
    read: end - known,
    whole: end - begin,
  };
}
