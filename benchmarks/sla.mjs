// How fast promises are judged and read, beside Tech Insights on the same
// PostgreSQL, whose commits are durable.
import { existsSync } from 'node:fs';
import os from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startPostgres } from './ingest-load.mjs';
import { fill, REAL, recorded, RULES } from './sla-history.mjs';
import { connect, startProcess } from './sla-processes.mjs';
import {
  ENTITIES,
  insights,
  insightsRound,
  nameOf,
  ourRound,
  pipelines,
} from './sla-rounds.mjs';
import { mark, p50, p99, table, timed } from './sla-report.mjs';
import { measureTick } from './sla-tick.mjs';

const PEER = 'benchmarks/tech-insights';
const STEADY = 5;
const TIMES_FASTER = 10;
const SCORECARD_BUDGET = { 1_000: 300, 10_000: 1_500 };
const HISTORY_BUDGET = 1.2;
const SLA_BUDGET = 30;
const SCORECARDS = { 1_000: 100, 10_000: 40 };
const ONE = 300;
const TICK_PAGES = 20;

const only = process.argv.slice(2);
const wants = name => only.length === 0 || only.includes(name);

/** Resolves when so many rules are recorded and were judged. */
async function recordedRules(knex, count) {
  for (;;) {
    const { rows } = await knex.raw(
      'select count(judged_at) as judged from rules',
    );
    if (Number(rows[0].judged) === count) return;
    await pause(500);
  }
}

async function startOurs(postgres, { entities, rules, prefix }) {
  const options = { file: './sla-server.mjs', postgres, prefix };
  const first = await startProcess(options);
  await first.tell({ entities }, 'provided');
  const knex = connect(postgres, { prefix, plugin: 'pipelines' });
  await recordedRules(knex, rules);
  // Again: what a change of the catalog has it look for later is not waited for.
  await first.stop();
  const server = await startProcess(options);
  await server.settled();
  return { server, knex };
}

const scorecard = server => server.get('/pipelines/v1/scorecard');

async function besideInsights(postgres) {
  if (
    !existsSync(
      fileURLToPath(new URL('./tech-insights/node_modules', import.meta.url)),
    )
  ) {
    throw new Error(
      `Tech Insights is not installed: npm install --ignore-scripts --prefix ${PEER}`,
    );
  }
  const { server, knex } = await startOurs(postgres, {
    entities: pipelines,
    rules: ENTITIES * 10,
  });
  const peer = await startProcess({
    file: './tech-insights/server.mjs',
    postgres,
    setup: insights,
  });
  const rounds = [];
  for (let round = 0; round <= STEADY; round += 1) {
    rounds.push({
      peer: await insightsRound(peer, round),
      ours: await ourRound(server, knex, round),
    });
  }
  const one = {
    peer: await timed(ONE, index =>
      peer.post(
        `/tech-insights/checks/run/default/component/${nameOf(index)}`,
        '{}',
      ),
    ),
    ours: await timed(ONE, index =>
      server.get(`/pipelines/v1/pipelines/default/${nameOf(index)}/sla`),
    ),
  };
  const page = await timed(ONE / 10, () => scorecard(server));
  await peer.stop();
  await server.stop();
  await knex.destroy();

  const [first, ...steady] = rounds;
  const ms = (some, part) => p50(some.map(part)).toFixed(0);
  const line = (what, some) => {
    const [theirs, mine] = [
      some.map(r => r.peer.whole),
      some.map(r => r.ours.whole),
    ];
    const faster = p50(theirs) / p50(mine);
    return [
      what,
      ms(some, r => r.peer.insert),
      ms(some, r => r.peer.check),
      ms(some, r => r.peer.whole),
      ms(some, r => r.ours.ingest),
      ms(some, r => r.ours.judge),
      ms(some, r => r.ours.read),
      ms(some, r => r.ours.whole),
      `${faster.toFixed(1)}${mark(faster < TIMES_FASTER, 'MISSED')}`,
    ];
  };
  table(
    `${ENTITIES} entities with 10 values each are sent, judged by 10 rules each and read; milliseconds (at least ${TIMES_FASTER} times faster)`,
    [
      'round',
      'Tech Insights: insert',
      'check all',
      'whole',
      'ours: ingest',
      'judge',
      'read all',
      'whole',
      'times faster',
    ],
    [
      line('the first', [first]),
      line(`median of ${STEADY} more, 3 of 100 figures bad`, steady),
    ],
  );
  table(
    'One view, over HTTP, one request after the other',
    ['measured', 'requests', 'p50, ms', 'p99, ms'],
    [
      ['Tech Insights: one entity, its 10 checks', one.peer],
      ['ours: one pipeline, its 10 rules and the months before', one.ours],
      ['Tech Insights: all entities', rounds.map(each => each.peer.check)],
      ['ours: all pages of the scorecard', rounds.map(each => each.ours.read)],
      ['ours: its first page, with the sums of all', page],
    ].map(([what, times]) => [
      what,
      times.length,
      p50(times).toFixed(1),
      p99(times).toFixed(1),
    ]),
  );
}

const HISTORIES = [
  { prefix: 'month_', days: 30, said: '1 month' },
  { prefix: 'year_', days: 365, said: '12 months' },
];

/** Both in turn, so that what else the machine does is shared. */
async function scorecards(histories, count) {
  const times = histories.map(() => []);
  for (const { server } of histories) await timed(5, () => scorecard(server));
  for (let i = 0; i < SCORECARDS[count]; i += 1) {
    for (const [index, { server }] of histories.entries()) {
      times[index].push(...(await timed(1, () => scorecard(server))));
    }
  }
  return times;
}

async function withHistory(postgres) {
  const histories = [];
  for (const { prefix, ...history } of HISTORIES) {
    const started = await startOurs(postgres, {
      entities: recorded,
      rules: RULES,
      prefix,
    });
    histories.push({ ...history, ...started });
  }
  const rows = [];
  for (const count of [1_000, 10_000]) {
    for (const { knex, days } of histories) await fill(knex, { count, days });
    const times = await scorecards(histories, count);
    const [month, year] = times.map(p50);
    histories.forEach(({ said }, index) => {
      const slow = p99(times[index]);
      const budget = SCORECARD_BUDGET[count];
      rows.push([
        `scorecard of ${count} pipelines, ${said} of history`,
        times[index].length,
        p50(times[index]).toFixed(1),
        `${slow.toFixed(1)}`,
        `p99 < ${budget}${mark(slow >= budget)}`,
        index === 0
          ? '1'
          : `${(year / month).toFixed(2)}${mark(
              year / month > HISTORY_BUDGET,
            )}`,
      ]);
    });
  }
  const { server, knex, said } = histories[1];
  const csv = await timed(3, () =>
    server.get('/pipelines/v1/scorecard', 'text/csv'),
  );
  rows.push([
    'the same with every promise of all as CSV',
    csv.length,
    p50(csv).toFixed(1),
    '',
    '',
    '',
  ]);
  const read = index =>
    server.get(`/pipelines/v1/pipelines/default/p-${index % REAL}/sla`);
  await timed(50, read);
  const sla = await timed(ONE, read);
  rows.push([
    `SLA of one pipeline of these, ${said} of history`,
    sla.length,
    p50(sla).toFixed(1),
    p99(sla).toFixed(1),
    `p99 < ${SLA_BUDGET}${mark(p99(sla) >= SLA_BUDGET)}`,
    '',
  ]);
  table(
    'What was judged, read over HTTP, one request after the other (12 months at most 1.2 times 1 month)',
    [
      'measured',
      'requests',
      'p50, ms',
      'p99, ms',
      'budget, ms',
      'times 1 month',
    ],
    rows,
  );

  const { times, statements, plans, pages } = await measureTick(knex);
  // A table that is empty is not worth an index.
  const isScan = plans.some(line => /^Seq Scan on rules/.test(line));
  const isMore = statements.length > 1 || isScan || pages > TICK_PAGES;
  table(
    `10,000 pipelines with 10 rules each, nothing due (one statement, at most ${TICK_PAGES} pages)`,
    ['measured', 'p50, ms', 'p99, ms', 'statements', 'pages of 8 KB read'],
    [
      [
        'one tick',
        p50(times).toFixed(2),
        p99(times).toFixed(2),
        statements.length,
        `${pages}${mark(isMore)}`,
      ],
    ],
  );
  console.log('\nIts plan reads by:\n');
  for (const line of plans) console.log(`- ${line}`);
  for (const each of histories) {
    await each.server.stop();
    await each.knex.destroy();
  }
}

const postgres = await startPostgres();
try {
  const knex = connect(postgres, { prefix: '', plugin: 'postgres' });
  const { version } = (await knex.raw('select version()')).rows[0];
  await knex.destroy();
  console.log(
    `${os.cpus().length} × ${os.cpus()[0].model.trim()}, Node ${
      process.versions.node
    }, ${version.split(' on ')[0]} on the same machine, durable commits; ` +
      `load when it began ${os.loadavg()[0].toFixed(1)}`,
  );
  if (wants('insights')) await besideInsights(postgres);
  if (wants('history')) await withHistory(postgres);
} finally {
  await postgres.stop();
}
process.exit();
