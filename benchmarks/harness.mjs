// What every benchmark shares: running the TypeScript sources, timing, and the
// table. Import this file first: it installs the transform for the sources.
import { createRequire } from 'node:module';
import os from 'node:os';
import '@backstage/cli/config/nodeTransform.cjs';

const require = createRequire(import.meta.url);

/** A source of the product, by its path from this folder. */
export const load = path => require(path);

/** A package as that source gets it, so that both share one instance. */
export const loadFrom = (path, name) =>
  createRequire(require.resolve(path))(name);

/**
 * Times a function once for each input, after a warm-up.
 *
 * @param what - the line of the table
 * @param options - `run` is timed with each of `inputs`; `repeat` calls of it are
 * timed together, and the time is given for one; `warmUp` is the input of the
 * untimed calls; `budget` is the most milliseconds that the median may take
 */
export function measure(what, options) {
  const { run, inputs, warmUp, repeat = 1, budget } = options;
  for (let i = 0; i < 50; i += 1) {
    run(warmUp);
  }
  const times = inputs
    .map(input => {
      const begin = performance.now();
      for (let i = 0; i < repeat; i += 1) {
        run(input);
      }
      return (performance.now() - begin) / repeat;
    })
    .sort((a, b) => a - b);
  return {
    what,
    median: times[Math.floor(times.length / 2)],
    slowest: times[times.length - 1],
    budget,
  };
}

/** Prints what a figure is worth nothing without. */
function printHead(title) {
  const { node, icu, tz } = process.versions;
  const [cpu] = os.cpus();
  console.log(`${title}\n`);
  console.log(
    `${os.cpus().length} × ${cpu.model.trim()}, ${os.type()} ${os.arch()}, ` +
      `Node ${node}, ICU ${icu}, zone data ${tz}\n`,
  );
}

/** Prints machine and results; the exit code is 1 if a budget is exceeded. */
export function report(title, results) {
  printHead(title);
  console.log('| measured | median, ms | slowest, ms | budget, ms |');
  console.log('|---|---:|---:|---:|');
  for (const { what, median, slowest, budget } of results) {
    const over = budget !== undefined && median > budget;
    const limit = budget === undefined ? '' : `< ${budget}`;
    console.log(
      `| ${what} | ${median.toFixed(4)} | ${slowest.toFixed(4)} | ` +
        `${limit}${over ? ' EXCEEDED' : ''} |`,
    );
    if (over) {
      process.exitCode = 1;
    }
  }
}

const medianOf = times =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

/**
 * Prints ours beside a peer, measured in the same run.
 *
 * @param title - what was measured
 * @param options - `peer` and `ours` carry milliseconds of each round in
 * `times`; `budget` is the most that the ratio of their medians may be
 */
export function reportRatio(title, { peer, ours, budget }) {
  const ratio = medianOf(ours.times) / medianOf(peer.times);
  const over = ratio > budget;
  printHead(title);
  console.log('| measured | median, ms | rounds, ms | times the peer |');
  console.log('|---|---:|---|---:|');
  for (const { what, times, of } of [peer, { ...ours, of: ratio }]) {
    const rounds = times.map(time => time.toFixed(3)).join(', ');
    console.log(
      `| ${what} | ${medianOf(times).toFixed(3)} | ${rounds} | ` +
        `${of === undefined ? '1' : of.toFixed(2)}${
          of !== undefined && over ? ' EXCEEDED' : ''
        } |`,
    );
  }
  if (over) process.exitCode = 1;
}

/** Prints how long callers waited, and how many were answered in a second. */
export function reportLatency(title, { what, times, seconds }) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = share => sorted[Math.floor((sorted.length - 1) * share)];
  printHead(title);
  console.log('| measured | requests | per second | p50, ms | p99, ms |');
  console.log('|---|---:|---:|---:|---:|');
  console.log(
    `| ${what} | ${times.length} | ${Math.round(times.length / seconds)} | ` +
      `${at(0.5).toFixed(1)} | ${at(0.99).toFixed(1)} |`,
  );
}
