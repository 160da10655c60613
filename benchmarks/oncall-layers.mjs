// The whole on-call engine: a year of one rotation with everything that happens
// in a year, who is on call now in a thousand rotations, statistics and a feed.
import { load, measure, report } from './harness.mjs';

const {
  calendarEvents,
  firstVersion,
  renderCalendar,
  resolve,
  statistics,
  swapProblem,
  whoAtResolved,
} = load('../plugins/pipelines-backend/src/oncall');

const ROUNDS = 25;
const DAY = 86_400_000;
const MEMBERS = ['a', 'b', 'c', 'd'].map(name => `user:default/${name}`);

const plan = (timeZone, type = 'weekly') => ({
  members: MEMBERS,
  type,
  length: 1,
  start: '2026-01-05',
  handoffTime: '09:00',
  timeZone,
  holidays: {
    rule: 'next-in-sequence',
    dates: Array.from({ length: 12 }, (_, month) => ({
      date: `2027-${String(month + 1).padStart(2, '0')}-15`,
      name: `Holiday ${month + 1}`,
    })),
  },
  allHands: [{ name: 'Monthly investor report', days: 7 }],
});

const isoDate = instant => new Date(instant).toISOString().slice(0, 10);
const from = new Date('2027-01-01T00:00Z');
const to = new Date('2028-01-01T00:00Z');
const agreedAt = new Date('2026-12-01T00:00Z');

/** A rotation in whose year there are 20 absences and 10 swaps. */
function busyState(timeZone, type) {
  const state = {
    versions: [firstVersion(plan(timeZone, type))],
    swaps: [],
    covers: [],
    absences: Array.from({ length: 20 }, (_, index) => ({
      member: MEMBERS[index % MEMBERS.length],
      from: isoDate(from.getTime() + index * 17 * DAY),
      to: isoDate(from.getTime() + (index * 17 + 6) * DAY),
      createdAt: agreedAt,
    })),
    nameOf: ref => ref,
  };
  const first = resolve(state, from, to).shifts[0];
  for (let index = 0; index < 10; index += 1) {
    const number = first.number + 1 + index * 4;
    const members = [number, number + 1].map(
      each => MEMBERS[each % MEMBERS.length],
    );
    const swap = {
      id: `swap-${index}`,
      state: 'accepted',
      shifts: [number, number + 1],
      members,
      requestedBy: members[0],
      answeredBy: members[1],
      answeredAt: agreedAt,
    };
    const problem = swapProblem(state, swap, agreedAt);
    if (problem) {
      throw new Error(problem.text);
    }
    state.swaps.push(swap);
  }
  return state;
}

const NEW_YORK = 'America/New_York';
const summerTimeZones = Intl.supportedValuesOf('timeZone').filter(
  zone => zone.startsWith('Europe/') || zone.startsWith('America/'),
);
const unseen = summerTimeZones
  .filter(zone => zone !== NEW_YORK)
  .slice(0, ROUNDS);

const year = state => resolve(state, from, to);
const seen = subject => ({
  inputs: Array.from({ length: ROUNDS }, () => subject),
  warmUp: subject,
});

const weekly = busyState(NEW_YORK, 'weekly');
const daily = busyState(NEW_YORK, 'daily');
const feedSubject = {
  rotationRef: 'rotation:default/data-platform',
  title: 'Data platform',
  from,
  to,
};
const feed = state =>
  renderCalendar({
    title: feedSubject.title,
    events: calendarEvents(state, feedSubject),
    cancelled: [],
    revision: { sequence: 1, at: agreedAt },
    refreshMinutes: 60,
  });

const rotations = Array.from({ length: 1_000 }, (_, index) =>
  busyState(
    summerTimeZones[index % summerTimeZones.length],
    index % 2 ? 'daily' : 'weekly',
  ),
);
const now = new Date('2027-07-16T12:00Z');
const whoNow = states => states.map(state => whoAtResolved(state, now));

report(
  'On-call engine: a year with 20 absences, 10 swaps, 12 holidays, all-hands weeks',
  [
    measure('one year, weekly, first question of its zone', {
      run: zone => year(busyState(zone, 'weekly')),
      inputs: unseen,
      warmUp: NEW_YORK,
      budget: 10,
    }),
    measure('one year, weekly', { run: year, budget: 10, ...seen(weekly) }),
    measure('one year, daily', { run: year, budget: 10, ...seen(daily) }),
    measure('who is on call now, one rotation', {
      run: state => whoAtResolved(state, now),
      repeat: 100,
      budget: 0.1,
      ...seen(weekly),
    }),
    measure('who is on call now, 1,000 rotations', {
      run: whoNow,
      budget: 100,
      ...seen(rotations),
    }),
    measure('statistics of one year, weekly', {
      run: state => statistics(state, { from, to, now }),
      ...seen(weekly),
    }),
    measure('calendar feed of one year, weekly', {
      run: feed,
      ...seen(weekly),
    }),
  ],
);
