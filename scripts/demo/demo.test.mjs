import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertsOf } from './alerts.mjs';
import { at, DAY, HOUR, iso, lookBackOf, MINUTE, toldOf } from './calendar.mjs';
import { figuresOf } from './figures.mjs';
import { eventsOf, runsOf } from './runs.mjs';
import { storiesOf } from './stories.mjs';

function tell(now) {
  const told = toldOf(now);
  const stories = storiesOf(told);
  const runs = runsOf(told, stories);
  return {
    events: runs.flatMap(run => eventsOf(run, now)),
    figures: figuresOf(told, stories, runs),
    alerts: alertsOf(told, stories),
  };
}

const keyOf = ({ pipelineRef, metric, at: time, dimensions }) =>
  JSON.stringify([pipelineRef, metric, time, dimensions]);

for (const now of [
  '2026-11-23T06:17:00Z', // a Monday, before anything ran
  '2026-11-01T05:30:00Z', // the hour that comes twice, on the first of a month
  '2027-03-14T07:30:00Z', // the hour that is left out
  '2027-01-01T04:59:00Z', // still December in New York
  '2028-02-29T23:59:00Z',
].map(Date.parse)) {
  test(`at ${iso(
    now,
  )} nothing is told of the future, and nothing twice`, () => {
    const { events, figures, alerts } = tell(now);
    const times = [
      ...events.map(({ eventTime }) => eventTime),
      ...figures.map(each => each.at),
      ...alerts.map(({ startsAt }) => startsAt),
    ];
    assert.ok(times.every(time => Date.parse(time) <= now));
    assert.equal(new Set(figures.map(keyOf)).size, figures.length);
    const texts = new Set(events.map(each => JSON.stringify(each)));
    assert.equal(texts.size, events.length);
  });
}

test('later in the week, what was told is told again as it was', () => {
  const monday = Date.parse('2026-11-23T12:00:00Z');
  const before = tell(monday);
  const after = tell(monday + 6 * DAY);
  const events = new Set(after.events.map(each => JSON.stringify(each)));
  const figures = new Map(after.figures.map(each => [keyOf(each), each]));
  // A job that nobody has claimed, and clicks, are told of the last days only.
  const isKept = ({ job }) => !job.name.startsWith('churn_forecast');
  for (const event of before.events.filter(isKept)) {
    assert.ok(events.has(JSON.stringify(event)), JSON.stringify(event));
  }
  for (const figure of before.figures) {
    if (figure.metric === 'clicks.received') continue;
    assert.deepEqual(figures.get(keyOf(figure)), figure);
  }
  assert.deepEqual(after.alerts, before.alerts);
});

test('promises are judged from the first of the month two months ago on', () => {
  const now = Date.parse('2026-11-23T06:17:00Z');
  const { minutes } = lookBackOf(now);
  assert.equal(now - minutes * MINUTE, at(Date.UTC(2026, 8, 1), 0));
});

test('clicks stand still for more than 48 hours, until a Tuesday night is over', () => {
  const { outage } = storiesOf(toldOf(Date.parse('2026-11-23T06:17:00Z')));
  assert.equal(iso(outage.from), '2026-11-16T01:40:00.000Z');
  assert.equal(outage.to - outage.from, 53.5 * HOUR);
});
