// Whatever the order in which events come, and however often, they say the same.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withBackend } from './support/backend.mjs';
import { onEachDatabase } from './support/databases.mjs';
import { ownEvents } from './support/ownEvents.mjs';
import { randomOf } from './support/random.mjs';
import { contentOf, difference, rowsIn } from './support/tables.mjs';

const LINEAGE = '/v1/lineage';
const EVENTS_IN_BATCH = 10;
const AT_ONCE = 8;

// Samples are years old.
const retention = Object.fromEntries(
  ['events', 'runs', 'measurements', 'days'].map(key => [key, '20000 days']),
);
const config = { pipelines: { ingest: { retention } } };

async function readSamples(folder) {
  if (!folder) return ownEvents;
  const manifest = JSON.parse(
    await readFile(join(folder, 'manifest.json'), 'utf8'),
  );
  return Promise.all(
    manifest.events.map(async ({ file, expect }) => ({
      name: file,
      expect,
      event: JSON.parse(await readFile(join(folder, file), 'utf8')),
    })),
  );
}

/** What is to be answered to a sample. */
const STATUSES = {
  accept: [201],
  'accept-lenient': [201],
  'reject-or-drop-facet': [201, 422],
  reject: [422],
};

/** That a refusal names a path, and that something is wrong there. */
function namesThePath({ name, event }, message) {
  const [, path] = /^([\w.[\]]+) is /.exec(message) ?? [];
  assert(path, `${name}: the message names no path: ${message}`);
  const found = path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce((value, key) => value?.[key], event);
  const said = found === undefined ? 'missing' : JSON.stringify(found);
  assert(
    message.startsWith(`${path} is ${said}`),
    `${name}: ${message}, but it is ${said}`,
  );
}

function judge(sample, { status, text }) {
  const { name, expect } = sample;
  assert(
    STATUSES[expect].includes(status),
    `${name}: ${expect}, but the answer is ${status} ${text}`,
  );
  if (status === 422) namesThePath(sample, JSON.parse(text).error.message);
}

async function sendOne(client, sample) {
  const answer = await client.post(LINEAGE, JSON.stringify(sample.event));
  judge(sample, answer);
}

async function sendBatch(client, events) {
  const body = JSON.stringify(events.map(({ event }) => event));
  const { status, text } = await client.post(`${LINEAGE}/batch`, body);
  assert.equal(status, 200, text);
  const { failed_events: failed } = JSON.parse(text);
  const reasons = new Map(failed.map(({ index, reason }) => [index, reason]));
  events.forEach((sample, index) => {
    const reason = reasons.get(index);
    const answer = reason
      ? { status: 422, text: JSON.stringify({ error: { message: reason } }) }
      : { status: 201 };
    judge(sample, answer);
  });
}

/** The ways in which events come, which orders take in turn. */
const WAYS = {
  'one by one': async (client, events) => {
    for (const sample of events) await sendOne(client, sample);
  },
  [`${AT_ONCE} at once`]: async (client, events) => {
    const waiting = [...events];
    const work = async () => {
      while (waiting.length > 0) await sendOne(client, waiting.shift());
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  },
  [`in batches of ${EVENTS_IN_BATCH}`]: async (client, events) => {
    for (let at = 0; at < events.length; at += EVENTS_IN_BATCH) {
      await sendBatch(client, events.slice(at, at + EVENTS_IN_BATCH));
    }
  },
};

function ordersOf(events, { shuffles, seed }) {
  const random = randomOf(seed);
  const twice = events.flatMap(sample => [sample, sample]);
  const [first] = Object.keys(WAYS);
  const reversed = [...events].reverse();
  return [
    { name: 'file order', way: first, events: [...events, ...events] },
    { name: 'reversed', way: first, events: [...reversed, ...reversed] },
    ...Array.from({ length: shuffles }, (_, index) => ({
      name: `shuffle ${index + 1}`,
      way: Object.keys(WAYS)[index % Object.keys(WAYS).length],
      events: random.shuffled(twice),
    })),
  ];
}

/** Sends to a fresh backend; answers what is in its tables afterwards. */
function afterSending({ engine, way, events, read }) {
  const database = engine.fresh();
  return withBackend({ database, config }, async backend => {
    await WAYS[way](backend.client(AT_ONCE), events);
    return database.read(read);
  });
}

const digestOf = content =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');

/** Nothing of a refused event is anywhere. */
async function refusedLeavesNothing(engine, events) {
  const refused = events.filter(({ expect }) => expect === 'reject');
  const database = engine.fresh();
  await withBackend({ database, config }, async backend => {
    for (const send of Object.values(WAYS)) {
      await send(backend.client(AT_ONCE), refused);
    }
    assert.deepEqual(await database.read(rowsIn), {}, 'rows of refused events');
  });
  console.log(`- ${refused.length} refused with their paths; no row of them`);
}

/** An event as if nothing had ever been said beside it. */
function withoutFacets(value) {
  if (Array.isArray(value)) return value.map(withoutFacets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !/^(input|output)?facets$/i.test(key))
      .map(([key, each]) => [key, withoutFacets(each)]),
  );
}

/** Of an event with a broken facet the rest is stored, and nothing of the facet. */
async function brokenFacetIsLeftOut(engine, events) {
  const broken = events.filter(
    ({ expect }) => expect === 'reject-or-drop-facet',
  );
  const said = async knex => {
    const { runs, jobs, job_parents, measurements } = await contentOf(knex);
    // The id of an event, which is another without the facet.
    const noId = (key, value) => (key === 'by' ? undefined : value);
    return JSON.parse(
      JSON.stringify({ runs, jobs, job_parents, measurements }, noId),
    );
  };
  const way = 'one by one';
  const stripped = broken.map(({ event, ...rest }) => ({
    ...rest,
    event: withoutFacets(event),
  }));
  const whole = await afterSending({
    engine,
    way,
    events: broken,
    read: said,
  });
  const plain = await afterSending({
    engine,
    way,
    events: stripped,
    read: said,
  });
  assert.equal(difference(plain, whole), undefined);
  console.log(
    `- ${broken.length} with a broken facet: nothing of it is stored`,
  );
}

/**
 * @param options - `samples` is a folder with a manifest.json of events, in its
 * absence our own are sent; `shuffles` is how many orders are tried beside file
 * order and reversed
 */
export async function samples({ samples: folder, shuffles, seed, engines }) {
  const all = await readSamples(folder);
  const orders = ordersOf(all, { shuffles, seed });
  let expected;
  await onEachDatabase(engines, async engine => {
    console.log(`${engine.name}: ${all.length} events, each twice`);
    await refusedLeavesNothing(engine, all);
    await brokenFacetIsLeftOut(engine, all);
    for (const { name, ...order } of orders) {
      const content = await afterSending({
        engine,
        ...order,
        read: contentOf,
      });
      expected ??= content;
      const found = difference(expected, content);
      assert.equal(found, undefined, `${name}, ${order.way}: ${found}`);
    }
    const counts = Object.entries(expected).map(
      ([table, rows]) => `${rows.length} ${table}`,
    );
    console.log(
      `- ${orders.length} orders: ${counts.join(', ')}, the same each time ` +
        `(SHA-256 ${digestOf(expected).slice(0, 16)})`,
    );
  });
}
