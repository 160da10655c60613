import { Schedule, slotOfRun } from './slotOfRun';

const NEW_YORK = 'America/New_York';

const monthly: Schedule = {
  audience: 'investors',
  cron: '0 6 1 * *',
  timeZone: NEW_YORK,
  grace: '2h',
};

const daily = (changes: Partial<Schedule> = {}): Schedule => ({
  audience: 'executives',
  cron: '0 6 * * *',
  timeZone: NEW_YORK,
  grace: '30m',
  ...changes,
});

const expectedAt = (
  schedule: Schedule,
  begunAt: string,
  nominal?: { start: string; end?: string },
) =>
  slotOfRun([schedule], {
    begunAt: new Date(begunAt),
    ...(nominal && {
      nominal: {
        start: new Date(nominal.start),
        ...(nominal.end && { end: new Date(nominal.end) }),
      },
    }),
  })?.expectedAt.toISOString();

describe('the slot that a run answers', () => {
  it('is none without a schedule', () => {
    const begunAt = new Date('2026-11-01T11:00:00Z');
    expect(slotOfRun([], { begunAt })).toBeUndefined();
  });

  it('has the audience, the time and the end of the grace', () => {
    const begunAt = new Date('2026-12-01T11:20:00Z');
    expect(slotOfRun([monthly], { begunAt })).toEqual({
      audience: 'investors',
      expectedAt: new Date('2026-12-01T11:00:00Z'),
      dueAt: new Date('2026-12-01T13:00:00Z'),
    });
  });

  it('is due when it is expected, without a grace', () => {
    const schedule = { ...monthly, grace: '0m' };
    const begunAt = new Date('2026-12-01T11:20:00Z');
    expect(slotOfRun([schedule], { begunAt })?.dueAt).toEqual(
      new Date('2026-12-01T11:00:00Z'),
    );
  });

  it.each([
    [
      'the last one before the begin',
      '2026-11-20T00:00:00Z',
      '2026-11-01T11:00:00.000Z',
    ],
    [
      'the one of that very moment',
      '2026-12-01T11:00:00Z',
      '2026-12-01T11:00:00.000Z',
    ],
    [
      'the next, for who begins less than a minute early',
      '2026-12-01T10:59:30Z',
      '2026-12-01T11:00:00.000Z',
    ],
    [
      'the one before, for who begins earlier',
      '2026-12-01T10:58:59Z',
      '2026-11-01T11:00:00.000Z',
    ],
    [
      'never one after the minute, not by a millisecond',
      '2026-12-01T10:58:59.999Z',
      '2026-11-01T11:00:00.000Z',
    ],
  ])('without a time named by the tool is %s', (_, begunAt, expected) => {
    // In November and December 06:00 in New York is 11:00 UTC.
    expect(expectedAt(monthly, begunAt)).toBe(expected);
  });

  it.each([
    [
      'its begin, where that is a time of the schedule',
      { start: '2026-11-10T11:00:00Z' },
      '2026-11-10T11:00:00.000Z',
    ],
    [
      'its end first: schedulers of intervals run at the end of one',
      { start: '2026-11-10T11:00:00Z', end: '2026-11-11T11:00:00Z' },
      '2026-11-11T11:00:00.000Z',
    ],
    [
      'its begin, where its end is no time of the schedule',
      { start: '2026-11-10T11:00:00Z', end: '2026-11-10T12:00:00Z' },
      '2026-11-10T11:00:00.000Z',
    ],
    [
      'neither, where both are none: then the begin of the run counts',
      { start: '2026-11-10T00:00:00Z', end: '2026-11-11T00:00:00Z' },
      '2026-11-20T11:00:00.000Z',
    ],
    [
      'neither, where it is beside the schedule by a millisecond',
      { start: '2026-11-10T11:00:00.001Z' },
      '2026-11-20T11:00:00.000Z',
    ],
  ])('with an interval named by the tool is %s', (_, nominal, expected) => {
    expect(expectedAt(daily(), '2026-11-20T12:00:00Z', nominal)).toBe(expected);
  });

  describe('where the clocks change', () => {
    it.each([
      [
        '06:00 is 11:00 UTC the day before they go forward',
        '2026-03-07T12:00:00Z',
        '2026-03-07T11:00:00.000Z',
      ],
      [
        'and 10:00 UTC on the day',
        '2026-03-08T12:00:00Z',
        '2026-03-08T10:00:00.000Z',
      ],
      [
        '06:00 is 10:00 UTC the day before they go back',
        '2026-10-31T12:00:00Z',
        '2026-10-31T10:00:00.000Z',
      ],
      [
        'and 11:00 UTC on the day',
        '2026-11-01T12:00:00Z',
        '2026-11-01T11:00:00.000Z',
      ],
    ])('%s', (_, begunAt, expected) => {
      expect(expectedAt(daily(), begunAt)).toBe(expected);
    });

    // On 8 March 2026 the hour from 02:00 to 03:00 does not exist.
    const inTheGap = daily({ cron: '30 2 * * *' });
    it.each([
      [
        'a time in the hour that is left out comes after it',
        '2026-03-08T07:40:00Z',
        '2026-03-08T07:30:00.000Z',
      ],
      [
        'and counts all day',
        '2026-03-09T05:00:00Z',
        '2026-03-08T07:30:00.000Z',
      ],
      ['and not before', '2026-03-08T07:00:00Z', '2026-03-07T07:30:00.000Z'],
      [
        'the next day it is itself again',
        '2026-03-09T07:00:00Z',
        '2026-03-09T06:30:00.000Z',
      ],
    ])('%s', (_, begunAt, expected) => {
      expect(expectedAt(inTheGap, begunAt)).toBe(expected);
    });

    it('a tool may name a time in the hour that is left out', () => {
      const nominal = { start: '2026-03-08T07:30:00Z' };
      expect(expectedAt(inTheGap, '2026-03-12T12:00:00Z', nominal)).toBe(
        '2026-03-08T07:30:00.000Z',
      );
    });

    it('a time of one day in the year may be in the hour that is left out', () => {
      const yearly = daily({ cron: '30 2 8 3 *' });
      expect(expectedAt(yearly, '2026-12-01T12:00:00Z')).toBe(
        '2026-03-08T07:30:00.000Z',
      );
    });

    it('an hourly time comes in both of the hours that are one', () => {
      const hourly = daily({ cron: '30 * * * *' });
      const found = ['05:40', '06:40'].map(time =>
        expectedAt(hourly, `2026-11-01T${time}:00Z`),
      );
      expect(found).toEqual([
        '2026-11-01T05:30:00.000Z',
        '2026-11-01T06:30:00.000Z',
      ]);
    });

    // On 1 November 2026 the hour from 01:00 to 02:00 comes twice.
    const inTheFold = daily({ cron: '30 1 * * *' });
    it.each([
      [
        'a time in the hour that comes twice is the first',
        '2026-11-01T05:40:00Z',
        '2026-11-01T05:30:00.000Z',
      ],
      [
        'and not the second as well',
        '2026-11-01T06:40:00Z',
        '2026-11-01T05:30:00.000Z',
      ],
      [
        'nor later that day',
        '2026-11-02T05:00:00Z',
        '2026-11-01T05:30:00.000Z',
      ],
      [
        'the next day it comes once',
        '2026-11-02T07:00:00Z',
        '2026-11-02T06:30:00.000Z',
      ],
    ])('%s', (_, begunAt, expected) => {
      expect(expectedAt(inTheFold, begunAt)).toBe(expected);
    });
  });

  it('is of several audiences the nearest', () => {
    const schedules = [monthly, daily()];
    const of = (begunAt: string) =>
      slotOfRun(schedules, { begunAt: new Date(begunAt) })?.audience;
    expect(of('2026-11-20T12:00:00Z')).toBe('executives');
    expect(of('2026-12-01T12:00:00Z')).toBe('investors');
  });
});
