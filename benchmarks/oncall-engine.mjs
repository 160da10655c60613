// How long the on-call engine takes for its answers, beside Luxon's `plus`.
import { load, loadFrom, measure, report } from './harness.mjs';

const ENGINE = '../plugins/pipelines-backend/src/oncall';
const { shifts, whoAt } = load(ENGINE);
const { DateTime, IANAZone } = loadFrom(ENGINE, 'luxon');

const ROUNDS = 25;
const NEW_YORK = 'America/New_York';

const plan = (type, timeZone) => ({
  members: ['user:default/a', 'user:default/b', 'user:default/c'],
  type,
  length: 1,
  start: '2026-01-05',
  handoffTime: '09:00',
  timeZone,
});

const year = type => zone =>
  shifts(plan(type, zone), new Date('2027-01-01'), new Date('2028-01-01'));

const tenYears = zone =>
  shifts(plan('weekly', zone), new Date('2026-01-06'), new Date('2036-01-06'));

const tenYearsByPlus = zone => {
  const start = DateTime.fromISO('2026-01-05T09:00', { zone });
  return Array.from({ length: 523 }, (_, weeks) =>
    start.plus({ weeks }).toMillis(),
  );
};

const whoNow = zone =>
  whoAt(plan('weekly', zone), new Date('2031-07-16T12:00Z'));

// The engine remembers a zone's offsets. To see what a first question costs,
// each round asks about a zone not asked about before; only those with summer
// time, which is the harder case. Nobody but the first user of a zone since the
// start of the process waits for its Intl formatter, so that is made beforehand.
const zones = Intl.supportedValuesOf('timeZone').filter(name => {
  const zone = IANAZone.create(name);
  const changes =
    zone.offset(Date.UTC(2027, 0, 1)) !== zone.offset(Date.UTC(2027, 6, 1));
  return changes && name !== NEW_YORK;
});
const unseen = () => ({
  inputs: zones.splice(0, ROUNDS),
  warmUp: NEW_YORK,
});
const seen = () => ({
  inputs: Array.from({ length: ROUNDS }, () => NEW_YORK),
  warmUp: NEW_YORK,
});

report('On-call engine', [
  measure('one year of weekly shifts, zone not seen before', {
    run: year('weekly'),
    budget: 10,
    ...unseen(),
  }),
  measure('one year of weekly shifts, zone seen before', {
    run: year('weekly'),
    budget: 10,
    repeat: 20,
    ...seen(),
  }),
  measure('one year of daily shifts, zone not seen before', {
    run: year('daily'),
    budget: 10,
    ...unseen(),
  }),
  measure('one year of daily shifts, zone seen before', {
    run: year('daily'),
    budget: 10,
    repeat: 20,
    ...seen(),
  }),
  measure('who is on call now, zone not seen before', {
    run: whoNow,
    budget: 0.1,
    ...unseen(),
  }),
  measure('who is on call now, zone seen before', {
    run: whoNow,
    budget: 0.1,
    repeat: 1_000,
    ...seen(),
  }),
  measure('ten years of weekly handoffs, zone not seen before', {
    run: tenYears,
    ...unseen(),
  }),
  measure('ten years of weekly handoffs, zone seen before', {
    run: tenYears,
    repeat: 20,
    ...seen(),
  }),
  measure('ten years of weekly handoffs by Luxon `plus`', {
    run: tenYearsByPlus,
    ...seen(),
  }),
]);
