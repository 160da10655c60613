// A real Prometheus scrapes an exporter of consumer lag; a real backend asks it, as
// a Pipeline in its catalog says. To be run by hand, where a `prometheus` is on PATH:
//
//   node packages/e2e/src/prometheus.check.mjs
//
// Minutes are not waited for: the pipelines plugin has a clock that stands still, a
// little ahead of the real one (Prometheus answers for the next five minutes with
// what it knows), and its task is triggered as an operator would.
import assert from 'node:assert/strict';
import { clientOf, startBackend } from './prometheus/backend.mjs';
import { requireSource } from './prometheus/requireSource.mjs';
import { startExporter, startPrometheus } from './prometheus/servers.mjs';

const { freePorts } = requireSource('../../scripts/ports.mjs');
const { withTemporaryFolder } = requireSource('../../scripts/temporary.mjs');

const MINUTE_MS = 60_000;

const say = words => console.log(`- ${words}`);

/**
 * Two minutes ahead, so that no minute of it passes before this is done, and the
 * last one is not too far ahead for Prometheus.
 */
function stoppedClock() {
  const begin = (Math.floor(Date.now() / MINUTE_MS) + 2) * MINUTE_MS;
  const clock = {
    now: new Date(begin + 1_000),
    forward(minutes) {
      clock.now = new Date(+clock.now + minutes * MINUTE_MS);
    },
  };
  return clock;
}

async function answersArrive({ client, clock }) {
  const asked = await client.pull(clock.now);
  assert.equal(asked['kafka.consumer-lag'].state, 'ok');
  const lag = await client.measured('kafka.consumer-lag');
  assert.deepEqual(lag, { dimensions: { topic: 'clicks' }, values: [42] });
  say(`the lag is there: ${JSON.stringify(lag)}`);

  const { state, error } = asked.wrong;
  assert.equal(state, 'failing');
  assert.match(error, /answers 400, bad_data: .*parse error/);
  assert.deepEqual((await client.measured('elsewhere')).values, [1]);
  say(`a wrong query fails alone: ${error}`);
}

async function failureIsSaid({ client, clock }) {
  clock.forward(1);
  const asked = await client.pull(clock.now);
  const { failures, error } = asked['kafka.consumer-lag'];
  assert.equal(failures, 1);
  assert.match(error, /cannot be reached: ECONNREFUSED$/);
  assert.deepEqual(await client.failing(), ['wrong', 'kafka.consumer-lag']);
  say(`Prometheus is away: ${error}`);

  assert.equal(asked.elsewhere.state, 'ok');
  const { values } = await client.measured('elsewhere');
  assert.deepEqual(values, [1, 1]);
  say(`another source goes on: ${values}`);
}

async function answersArriveAgain({ client, clock }) {
  clock.forward(1);
  const asked = await client.pull(clock.now);
  const { state, failures } = asked['kafka.consumer-lag'];
  assert.deepEqual({ state, failures }, { state: 'ok', failures: 0 });
  assert.deepEqual(await client.failing(), ['wrong']);
  // The minute that was missed is there too.
  const { values } = await client.measured('kafka.consumer-lag');
  assert.deepEqual(values, [42, 7, 7]);
  say(`Prometheus is back, failures ${failures}: ${values}`);
}

async function check(folder) {
  const [port, prometheusPort] = await freePorts(2);
  const exporter = await startExporter();
  const start = () =>
    startPrometheus({ folder, port: prometheusPort, exporter });
  const clock = stoppedClock();
  const running = [exporter];
  try {
    const prometheus = await start();
    running.push(prometheus);
    const now = () => clock.now;
    // It ends with this process: asked to stop, it waits a minute for its events.
    await startBackend({ folder, port, prometheusPort, now });
    const client = clientOf(port);
    await client.ready();

    await answersArrive({ client, clock });
    await prometheus.stop();
    await failureIsSaid({ client, clock });
    exporter.lag = 7;
    running.push(await start());
    await answersArriveAgain({ client, clock });
  } finally {
    for (const each of running.reverse()) await each.stop();
  }
}

// So that what is done on exit is done.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => process.exit(1));
}
try {
  await withTemporaryFolder('pipelines-prometheus', check);
  console.log('A real Prometheus was asked, missed, and asked again.');
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
process.exit();
