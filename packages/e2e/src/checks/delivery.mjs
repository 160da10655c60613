// A client that keeps to OpenLineage's transport, through a proxy that breaks
// answers after the backend has stored what was sent: each run is there once.
import assert from 'node:assert/strict';
import { atOnce } from './support/atOnce.mjs';
import { withBackend } from './support/backend.mjs';
import { breakingProxy } from './support/breakingProxy.mjs';
import { onEachDatabase } from './support/databases.mjs';
import { deliver } from './support/lineageClient.mjs';
import { randomOf } from './support/random.mjs';

const SHARE_BROKEN = 1 / 3;
const AT_ONCE = 8;
const JOB = { namespace: 'delivery', name: 'job' };
const STATES = { COMPLETE: 'complete', FAIL: 'failed', ABORT: 'aborted' };

function eventsOf(run, { random, from }) {
  const runId = `run-${run}`;
  const [end] = random.shuffled(Object.keys(STATES));
  const rows = random.integer(1, 1_000);
  const at = seconds => new Date(from + seconds * 1_000).toISOString();
  const event = (eventType, seconds, outputs) => ({
    eventType,
    eventTime: at(seconds),
    producer: 'https://example.com/delivery',
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json',
    run: { runId },
    job: JOB,
    outputs,
  });
  const output = {
    namespace: 'warehouse',
    name: 'table',
    outputFacets: { outputStatistics: { rowCount: rows } },
  };
  return {
    expected: { run_id: runId, state: STATES[end], rows },
    events: [
      event('START', 0, []),
      event('RUNNING', 1, []),
      event(end, 2, [output]),
    ],
  };
}

async function judge(knex, { runs, events }) {
  const found = await knex('runs')
    .orderBy('run_id')
    .select('run_id', 'state', 'rows');
  const expected = runs
    .map(each => each.expected)
    .sort((a, b) => (a.run_id < b.run_id ? -1 : 1));
  assert.deepEqual(
    found.map(row => ({ ...row })),
    expected,
    'the runs',
  );
  const stored = await knex('lineage_events').pluck('body');
  const told = bodies =>
    bodies.map(({ eventType, run }) => `${run.runId} ${eventType}`).sort();
  assert.deepEqual(
    told(stored.map(body => JSON.parse(body))),
    told(events),
    'the events',
  );
  const figures = await knex('measurements').pluck('value');
  const sum = numbers => numbers.reduce((all, each) => all + each, 0);
  assert.equal(figures.length, runs.length, 'the figures');
  assert.equal(
    sum(figures),
    sum(expected.map(({ rows }) => rows)),
    'the sum of the figures',
  );
}

/**
 * @param options - `runs` is how many, of three events each; `delays` how many
 * answers come too late
 */
export async function delivery({ runs: count, delays, seed, engines }) {
  await onEachDatabase(engines, async ({ name, fresh }) => {
    const random = randomOf(seed);
    const from = Date.now() - 60_000;
    const runs = Array.from({ length: count }, (_, run) =>
      eventsOf(run, { random, from }),
    );
    const events = random.shuffled(runs.flatMap(each => each.events));
    const database = fresh();
    await withBackend({ database }, async backend => {
      const proxy = await breakingProxy({
        to: backend.port,
        random,
        share: SHARE_BROKEN,
        delays,
      });
      try {
        const results = await atOnce(AT_ONCE, events, event =>
          deliver(proxy.port, event),
        );
        const dropped = results.filter(({ delivered }) => !delivered);
        assert.deepEqual(dropped, [], 'events that the client dropped');
        await database.read(knex => judge(knex, { runs, events }));
        const sent = results.reduce((sum, each) => sum + each.sent, 0);
        const did = Object.entries(proxy.counts).map(
          ([what, times]) => `${what} ${times}`,
        );
        console.log(
          `${name}: ${events.length} events sent ${sent} times ` +
            `(${did.join(', ')}); none dropped, ${
              runs.length
            } runs, each once ` +
            'and in its state',
        );
      } finally {
        await proxy.stop();
      }
    });
  });
}
