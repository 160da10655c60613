// What judging asks a database where nothing is due.
import { load } from './harness.mjs';

const BACKEND = '../plugins/pipelines-backend/src';
const { KnexJudgingStore } = load(
  `${BACKEND}/database/judging/KnexJudgingStore.ts`,
);
const { Judging } = load(`${BACKEND}/judging/Judging.ts`);
const TICKS = 200;
const DAY_MS = 86_400_000;

/**
 * Runs what every backend runs every few seconds.
 *
 * @param knex - of the plugin's database
 * @returns milliseconds of each tick, the statements of one, the lines of their
 * plans that read a table, and how many pages these read
 */
export async function measureTick(knex) {
  const database = { getClient: async () => knex };
  const fail = (message, error) => {
    throw new Error(message, { cause: error });
  };
  const judging = new Judging({
    judging: await KnexJudgingStore.create({ database, closeAfterDays: 5 }),
    signals: { tell: () => fail('Something was due') },
    logger: { error: fail },
    kept: 400 * DAY_MS,
    now: () => new Date(),
  });
  await judging.run();
  const statements = [];
  const note = ({ sql, bindings }) => statements.push({ sql, bindings });
  knex.on('query', note);
  await judging.run();
  knex.off('query', note);
  const times = [];
  for (let i = 0; i < TICKS; i += 1) {
    const begin = performance.now();
    await judging.run();
    times.push(performance.now() - begin);
  }
  const plans = [];
  let pages = 0;
  for (const { sql, bindings } of statements) {
    const { rows } = await knex.raw(
      `explain (analyze, buffers, costs off, timing off) ${sql.replace(
        /\$\d+/g,
        '?',
      )}`,
      bindings,
    );
    const lines = rows.map(row =>
      row['QUERY PLAN'].trim().replace(/^->\s+/, ''),
    );
    plans.push(...lines.filter(line => /\bScan\b/.test(line)));
    // The first line about pages is of the whole plan.
    const [, hit = 0, read = 0] =
      lines
        .find(line => line.startsWith('Buffers:'))
        ?.match(/shared(?: hit=(\d+))?(?: read=(\d+))?/) ?? [];
    pages += Number(hit) + Number(read);
  }
  return { times, statements, plans, pages };
}
