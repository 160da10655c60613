import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readIngestOptions } from './readIngestOptions';

const DAY = 86_400_000;

const read = (ingest?: JsonObject) =>
  readIngestOptions(new ConfigReader({ pipelines: { ingest } }));

describe('the options of the intake', () => {
  it('may all be left out', () => {
    const usual = {
      retention: {
        events: 30 * DAY,
        runs: 400 * DAY,
        measurements: 400 * DAY,
        days: 1_830 * DAY,
        alerts: 400 * DAY,
        refusals: 30 * DAY,
      },
      requestsPerSecond: 2_000,
      silentAfter: DAY,
    };
    expect(read()).toEqual(usual);
    expect(readIngestOptions(new ConfigReader({}))).toEqual(usual);
  });

  it('are read in every form that Backstage has for durations', () => {
    expect(
      read({
        requestsPerSecond: 0.5,
        silentAfter: 'PT36H',
        retention: {
          events: '12h',
          runs: { days: 1, hours: 12 },
          refusals: '3 days',
        },
      }),
    ).toMatchObject({
      requestsPerSecond: 0.5,
      silentAfter: 1.5 * DAY,
      retention: { events: DAY / 2, runs: 1.5 * DAY, refusals: 3 * DAY },
    });
  });

  it('may keep runs as long as events', () => {
    const retention = { events: { days: 9 }, runs: { days: 9 } };
    expect(read({ retention }).retention.runs).toBe(9 * DAY);
  });

  it.each<[string, JsonObject, RegExp]>([
    ['a word', { requestsPerSecond: 'many' }, /requestsPerSecond/],
    ['nothing', { requestsPerSecond: 0 }, /requestsPerSecond must be above 0/],
    ['less', { requestsPerSecond: -1 }, /requestsPerSecond must be above 0/],
    ['a word', { silentAfter: 'long' }, /silentAfter/],
    ['a number', { silentAfter: 24 }, /silentAfter/],
    ['no time', { silentAfter: { hours: 0 } }, /silentAfter must be longer/],
    ['an unknown unit', { silentAfter: { fortnights: 1 } }, /silentAfter/],
    ...['events', 'runs', 'measurements', 'days', 'alerts', 'refusals'].flatMap(
      (key): [string, JsonObject, RegExp][] => [
        ['a word', { retention: { [key]: 'for ever' } }, RegExp(`.${key}`)],
        [
          'less than no time',
          { retention: { [key]: { days: -1 } } },
          RegExp(`pipelines.ingest.retention.${key} must be longer`),
        ],
        [
          'more than anybody keeps anything',
          { retention: { [key]: { days: 1_000_000 } } },
          RegExp(`pipelines.ingest.retention.${key} must be at most`),
        ],
      ],
    ),
    [
      'events that outlive their runs',
      { retention: { events: { days: 10 }, runs: { days: 9 } } },
      /retention\.events must not be longer than pipelines\.ingest\.retention\.runs/,
    ],
  ])('refuse %s: %j', (_, ingest, message) => {
    expect(() => read(ingest)).toThrow(message);
  });
});
