import {
  at,
  DAY,
  daysBetween,
  HOUR,
  iso,
  MINUTE,
  monthOf,
} from './calendar.mjs';
import { chance } from './chance.mjs';

/** What is usual has to be known before the first day that is told of. */
const BEFORE = 35 * DAY;

/** Revenue of the last five months; the last lost 10.1 % against the one before. */
const REVENUE = [1_228_000, 1_241_000, 1_262_000, 1_310_000, 1_177_690];

/** A number between two that depends on its name alone. */
const between = (name, low, high) => low + chance(name) * (high - low);
const cents = value => Number(value.toFixed(2));
const all = total => ({ good: total, total });

function* everyHours(hours, { first, now }) {
  for (let time = at(first, 0); time <= now; time += hours * HOUR) yield time;
}

function* ofProfit({ now, today, first }, stories) {
  for (const [index, value] of REVENUE.entries()) {
    const month = monthOf(today, index - REVENUE.length + 1);
    // The closing figure of a month is of its last minute.
    yield ['revenue', at(month, 0) - MINUTE, { value }];
  }
  for (const day of daysBetween(first - BEFORE, today)) {
    const spike = day === stories.expenseSpike ? 30_000 : 0;
    const value = Math.round(
      between(`expenses ${day}`, 41_000, 47_000) + spike,
    );
    yield ['expenses', at(day, 8), { value }];
  }
  for (const day of daysBetween(first, today)) {
    const active = 20_000 + Math.round((day - first) / DAY) * 22;
    const included = active - (day === stories.accountsLeftOut ? 3 : 0);
    const time = at(day, 6);
    yield ['accounts.active', time, { value: active }];
    yield ['accounts.included', time, { value: included }];
    yield ['accounts.completeness', time, { good: included, total: active }];
  }
  const { from, to } = stories.maintenance;
  for (const time of everyHours(2, { first, now })) {
    if (time > from && time < to) continue;
    const age = between(`newest ${time}`, 1, 3) * HOUR;
    yield ['profit.newest-record', time, { value: iso(time - age) }];
  }
}

function* ofGrowth({ today, first }, { licensesDiffer }) {
  for (const day of daysBetween(first, today)) {
    const active = 20_000 + Math.round((day - first) / DAY) * 22;
    const licenses = active * 3;
    const counted = licenses - (licensesDiffer.includes(day) ? 4 : 0);
    const rate = cents(between(`growth ${day}`, 1.5, 3.5));
    const time = at(day, 6);
    yield ['growth.rate', time, { value: rate }];
    yield ['accounts.active', time, { value: active }];
    yield ['accounts.with-current-status', time, { value: active }];
    yield ['accounts.completeness', time, all(active)];
    yield ['licenses.account-management', time, { value: licenses }];
    yield ['licenses.counted', time, { value: counted }];
  }
}

/** Clicks that wait while nobody reads them, and are read soon after that. */
function waiting(time, { from, to }, mostWaiting) {
  if (time <= from || time >= to) return 0;
  return Math.round(((time - from) / (to - from)) * mostWaiting);
}

function* ofKafka(time, { outage }) {
  const topic = { topic: 'clicks' };
  const lag = Math.round(between(`lag ${time}`, 200, 1_100));
  const depth = Math.round(between(`depth ${time}`, 4_000, 9_000));
  yield [
    'kafka.consumer-lag',
    time,
    { value: lag + waiting(time, outage, 160_000) },
    topic,
  ];
  yield [
    'kafka.queue-depth',
    time,
    { value: depth + waiting(time, outage, 240_000) },
    topic,
  ];
}

function* ofEngagement({ now, today, first }, stories) {
  const { from, to } = stories.outage;
  const times = [...everyHours(2, { first, now }), to].sort((a, b) => a - b);
  for (const time of times) {
    const isStanding = time > from && time < to;
    const age = between(`clicks ${time}`, 1, 12) * MINUTE;
    const newest = isStanding ? from : time - age;
    yield ['clicks.newest', time, { value: iso(newest) }];
    yield* ofKafka(time, stories);
  }
  for (const time of everyHours(6, { first: first - BEFORE, now })) {
    const value = cents(between(`duplicates ${time}`, 0.2, 0.5));
    yield ['clicks.duplicate-rate', time, { value }];
  }
  for (const day of daysBetween(first, today)) {
    const good = Math.round(between(`valid ${day}`, 999_200, 999_900));
    yield ['clicks.valid', at(day, 4), { good, total: 1_000_000 }];
  }
  for (let time = at(today - DAY, 0); time <= now; time += 10 * MINUTE) {
    const value = Math.round(between(`received ${time}`, 5_200, 8_900));
    yield ['clicks.received', time, { value }];
  }
}

/** Figures that a run of these jobs writes, with its last step. */
const WRITTEN_BY = {
  engagement_investors: () => [['engagement.report-completeness', all(5)]],
  executive_executives: run => aggregates(run),
  executive_investors: run => [
    ...aggregates(run),
    ['runs.monthly-success-rate', { value: 100 }],
  ],
};

function aggregates({ id }) {
  const value = (name, low, high) => ({
    value: cents(between(`${name} ${id}`, low, high)),
  });
  return [
    ['profit.aggregate', value('profit', 310_000, 360_000)],
    ['growth.aggregate', value('growth', 1.8, 3)],
    ['engagement.aggregate', value('engagement', 61, 68)],
    ['profit.margin', value('margin', 24, 29)],
    ['growth.rate', value('rate', 1.8, 3)],
    ['engagement.active-share', value('share', 61, 68)],
    ['executive.report-completeness', all(12)],
  ];
}

function ofRuns(runs) {
  return runs
    .filter(({ job, error }) => WRITTEN_BY[job] && !error)
    .flatMap(run =>
      WRITTEN_BY[run.job](run).map(([metric, figure]) => [
        run.job.split('_')[0],
        [metric, run.end - MINUTE, figure],
      ]),
    );
}

/** Every figure of the time that is told of, by the instant it is of. */
export function figuresOf(told, stories, runs) {
  const of = (pipelineRef, figures) =>
    [...figures].map(figure => [pipelineRef, figure]);
  return [
    ...of('profit', ofProfit(told, stories)),
    ...of('growth', ofGrowth(told, stories)),
    ...of('engagement', ofEngagement(told, stories)),
    ...ofRuns(runs),
  ]
    .filter(([, [, time]]) => time <= told.now)
    .sort(([, [, a]], [, [, b]]) => a - b)
    .map(([pipelineRef, [metric, time, figure, dimensions]]) => ({
      pipelineRef,
      metric,
      at: iso(time),
      ...figure,
      ...(dimensions && { dimensions }),
    }));
}
