// A year of a simulated company, judged event by event by real stores on real
// databases, is the same year judged from scratch at its end, verdict for verdict:
//
//   yarn check:judging [names] [--seed <number>] [--short] [--engine <name>]
import { strict as assert } from 'node:assert';
import { parseArgs } from 'node:util';
import { ENGINES, open } from './judging/databases.mjs';
import { alone, killed, two } from './judging/runs.mjs';
import {
  batchesOf,
  companyYear,
  compareWithScratch,
  digestOf,
  faultyRevisions,
  judgedContent,
  keptIn,
  keptOf,
} from './judging/sources.mjs';
import { randomOf } from './support/random.mjs';

const FULL = { days: 366, looks: 12, kills: 60 };
const SHORT = { days: 91, looks: 6, kills: 20 };

const CHECKS = {
  year: { run: alone, engines: ['sqlite', 'postgres'] },
  kill: { run: killed, engines: ['sqlite', 'postgres'] },
  // Of two that judge a late fact in two steps, a closed month may be revised twice.
  two: { run: two, engines: ['postgres'], mayReviseOtherwise: true },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    short: { type: 'boolean', default: false },
    engine: { type: 'string' },
  },
});
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const size = values.short ? SHORT : FULL;
const names = positionals.length > 0 ? positionals : Object.keys(CHECKS);
const engines = values.engine ? [values.engine] : Object.keys(ENGINES);

for (const [allowed, given] of [
  [CHECKS, names],
  [ENGINES, engines],
]) {
  const unknown = given.find(name => !Object.hasOwn(allowed, name));
  if (unknown === undefined) continue;
  const known = Object.keys(allowed).join(', ');
  console.error(`There is no ${unknown}; there are ${known}`);
  process.exit(1);
}

// So that what is done on exit is done.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => process.exit(1));
}

const year = companyYear({ seed, days: size.days });
const batches = batchesOf(year);
const kept = keptOf(year.deliveries);

async function compare(knex, now) {
  const compared = await compareWithScratch(knex, now);
  assert.equal(
    compared.differences.join('\n'),
    '',
    `at ${new Date(now).toISOString()} it is not as judged from scratch`,
  );
  return compared;
}

const lastMonth = new Date(year.to).toISOString().slice(0, 'yyyy-MM'.length);

/** A line without how it came about; none of a month that still grows. */
function verdictsOnly(line) {
  if (line.startsWith('score_revisions')) return [];
  if (!line.startsWith('scores')) return [line];
  if (line.includes(`"month":"${lastMonth}"`)) return [];
  return [line.replace(/"(counted_at|revision)":[^,]+,/g, '')];
}

/** Everything that is to be so at the end. */
async function judgeEnd(config) {
  const knex = open(config);
  try {
    const compared = await compare(knex, year.to);
    assert.deepEqual(await keptIn(knex), kept, 'what is kept');
    assert.deepEqual(await faultyRevisions(knex), [], 'the revisions');
    const [{ revisions }] = await knex('score_revisions').count({
      revisions: '*',
    });
    const content = await judgedContent(knex);
    const comparable = content.flatMap(verdictsOnly);
    return { compared, content, comparable, revisions: Number(revisions) };
  } finally {
    await knex.destroy();
  }
}

/** What the same year came to before, by the name of what was compared. */
const found = new Map();

function sameAsBefore(what, name, content) {
  const first = found.get(what);
  if (!first) {
    found.set(what, { name, content });
    return '';
  }
  if (digestOf(first.content) === digestOf(content)) {
    return `, the same as ${first.name}`;
  }
  const theirs = new Set(first.content);
  const ours = new Set(content);
  const missing = first.content.filter(line => !ours.has(line)).slice(0, 5);
  const more = content.filter(line => !theirs.has(line)).slice(0, 5);
  throw new Error(
    `It is not the same as ${first.name}:\n- ${missing.join(
      '\n- ',
    )}\n+ ${more.join('\n+ ')}`,
  );
}

async function check(name, { engine, fresh }) {
  const { run, ...how } = CHECKS[name];
  const config = await fresh();
  const begin = performance.now();
  let looked = 0;
  const did = await run({
    ...size,
    config,
    batches,
    random: randomOf(seed),
    async look(knex, { now }) {
      await compare(knex, now);
      looked += 1;
    },
  });
  const seconds = ((performance.now() - begin) / 1_000).toFixed(0);
  const { compared, content, comparable, revisions } = await judgeEnd(config);
  const verdicts = Object.values(compared.verdicts).reduce((a, b) => a + b, 0);
  const states = Object.entries(compared.verdicts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([state, count]) => `${state} ${count}`);
  const doings = Object.entries(did).map(([what, count]) => `${what} ${count}`);
  console.log(
    `${name} on ${engine}: ${seconds} s; ${doings.join(', ')}; compared ${
      looked + 1
    } times, at the end ${verdicts} verdicts (${states.join(', ')}), ${
      compared.days
    } days of counts, ${compared.months} months, ${revisions} revisions`,
  );
  const label = `${name} on ${engine}`;
  const all = how.mayReviseOtherwise ? '' : sameAsBefore('all', label, content);
  const judged = sameAsBefore('verdicts', label, comparable);
  console.log(
    `  tables ${digestOf(content)}${all}; verdicts ${digestOf(
      comparable,
    )}${judged}`,
  );
}

console.log(
  `Seed ${seed}: ${year.deliveries.length} deliveries in ${size.days} days, ${
    batches.length
  } times to judge; kept are ${Object.entries(kept.counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ')}`,
);
for (const engineName of engines) {
  await ENGINES[engineName](async ({ name: engine, fresh }) => {
    for (const name of names) {
      if (!CHECKS[name].engines.includes(engineName)) continue;
      try {
        await check(name, { engine, fresh });
      } catch (error) {
        console.error(error);
        console.log(`${name} on ${engine}: FAILED, seed ${seed}`);
        process.exitCode = 1;
      }
    }
  });
}
process.exit();
