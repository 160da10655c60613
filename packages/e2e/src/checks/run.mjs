// Checks of the intake with real backends, real databases and real faults:
//
//   yarn check:intake [names] [--samples <folder>] [--seed <number>] [--short]
import { parseArgs } from 'node:util';
import { crash } from './crash.mjs';
import { delivery } from './delivery.mjs';
import { fuzz } from './fuzz.mjs';
import { outage } from './outage.mjs';
import { prometheus } from './prometheus.mjs';
import { samples } from './samples.mjs';

const CHECKS = {
  samples: {
    run: samples,
    full: { shuffles: 20 },
    short: { shuffles: 2 },
  },
  delivery: {
    run: delivery,
    full: { runs: 100, delays: 5 },
    short: { runs: 20, delays: 0 },
  },
  prometheus: {
    run: prometheus,
  },
  crash: {
    run: crash,
    full: { rounds: 10 },
    short: { rounds: 2 },
  },
  outage: {
    run: outage,
    full: { away: 30, frozen: 8 },
    short: { away: 5, frozen: 6 },
  },
  fuzz: {
    run: fuzz,
    full: { requests: 50_000, onPostgres: 10_000 },
    short: { requests: 5_000, onPostgres: 5_000 },
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    samples: { type: 'string' },
    seed: { type: 'string' },
    short: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const names = positionals.length > 0 ? positionals : Object.keys(CHECKS);

for (const name of names) {
  if (!Object.hasOwn(CHECKS, name)) {
    console.error(
      `There is no check ${name}; there are ${Object.keys(CHECKS).join(', ')}`,
    );
    process.exit(1);
  }
}

// So that what is done on exit is done.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => process.exit(1));
}

const begun = new Map();
for (const name of names) {
  const { run, full, short } = CHECKS[name];
  begun.set(name, performance.now());
  console.log(`\n=== ${name}, seed ${seed}`);
  try {
    await run({
      ...(values.short ? short : full),
      samples: values.samples,
      seed,
    });
    const seconds = (performance.now() - begun.get(name)) / 1_000;
    console.log(`=== ${name}: passed in ${seconds.toFixed(0)} s`);
  } catch (error) {
    console.error(error);
    console.log(`=== ${name}: FAILED`);
    process.exitCode = 1;
  }
}
process.exit();
