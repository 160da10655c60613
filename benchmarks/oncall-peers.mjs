// Ten years of weekly handoffs, 09:00 on Mondays in New York, beside libraries
// that people use for it. The peers are installed in a folder of their own:
// npm install --prefix benchmarks/peers
import { createRequire } from 'node:module';
import { load, loadFrom, measure, report } from './harness.mjs';

const ENGINE = '../plugins/pipelines-backend/src/oncall';
const { shifts, whoAt } = load(ENGINE);
const { DateTime } = loadFrom(ENGINE, 'luxon');
const peers = createRequire(new URL('./peers/package.json', import.meta.url));
const { RRule, datetime } = peers('rrule');
const { RRuleTemporal } = peers('rrule-temporal');

const ROUNDS = 9;
const ZONE = 'America/New_York';
const from = new Date('2026-01-05T14:00Z');
const to = new Date('2036-01-07T00:00Z');
const at = new Date('2031-07-16T12:00Z');

const plan = {
  members: ['user:default/a', 'user:default/b', 'user:default/c'],
  type: 'weekly',
  length: 1,
  start: '2026-01-05',
  handoffTime: '09:00',
  timeZone: ZONE,
};

// Peers are made anew in each round, as the engine's grid is.
const byRRule = () =>
  new RRule({
    freq: RRule.WEEKLY,
    dtstart: datetime(2026, 1, 5, 9, 0),
    tzid: ZONE,
    until: datetime(2036, 1, 7, 0, 0),
  });
const byRRuleTemporal = () =>
  new RRuleTemporal({
    rruleString: `DTSTART;TZID=${ZONE}:20260105T090000\nRRULE:FREQ=WEEKLY;UNTIL=20360107T000000Z`,
  });

const ways = {
  ours: () => shifts(plan, from, to).map(({ start }) => start.getTime()),
  'Luxon `plus`': () => {
    const start = DateTime.fromISO('2026-01-05T09:00', { zone: ZONE });
    return Array.from({ length: 522 }, (_, weeks) =>
      start.plus({ weeks }).toMillis(),
    );
  },
  'rrule with tzid': () =>
    byRRule()
      .all()
      .map(date => date.getTime()),
  'rrule-temporal': () =>
    byRRuleTemporal()
      .all()
      .map(({ epochMilliseconds }) => epochMilliseconds),
};

// Speed without the right answer is worth nothing: say who has it.
const expected = ways.ours();
const isRight = run => {
  const found = run();
  return (
    found.length === expected.length &&
    found.every((instant, index) => instant === expected[index])
  );
};

const rounds = { inputs: Array.from({ length: ROUNDS }), warmUp: undefined };

report(
  `Ten years of weekly handoffs (${expected.length}), beside peers in one run`,
  [
    ...Object.entries(ways).map(([name, run]) =>
      measure(`ten years: ${name}${isRight(run) ? '' : ' (other instants)'}`, {
        run,
        ...rounds,
      }),
    ),
    measure('who is on call: ours', {
      run: () => whoAt(plan, at),
      repeat: 100,
      ...rounds,
    }),
    measure('last handoff: rrule `before`', {
      run: () => byRRule().before(at, true),
      ...rounds,
    }),
    measure('last handoff: rrule-temporal `previous`', {
      run: () => byRRuleTemporal().previous(at, true),
      ...rounds,
    }),
  ],
);
