import { askedTime, nextAfter, retryAfter } from './askTimes';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** On 23 November 2026 in UTC. */
const on = (time: string) => new Date(`2026-11-23T${time}Z`);

describe('askedTime', () => {
  it.each([
    [
      'one step at first',
      MINUTE,
      undefined,
      '09:00:01',
      '08:59:00',
      '09:00:00',
    ],
    [
      'one step when all went well',
      MINUTE,
      '08:59:00',
      '09:00:01',
      '08:59:00',
      '09:00:00',
    ],
    ['what was missed', MINUTE, '08:41:00', '09:00:30', '08:41:00', '09:00:00'],
    ['an hour at most', MINUTE, '06:00:00', '09:00:30', '08:00:00', '09:00:00'],
    [
      'whole steps of the hour',
      25 * MINUTE,
      '06:15:00',
      '09:10:05',
      '08:20:00',
      '09:10:00',
    ],
    [
      'one step where that is longer than an hour',
      2 * HOUR,
      '02:00:00',
      '09:00:00',
      '06:00:00',
      '08:00:00',
    ],
    ['a day in UTC', DAY, undefined, '09:00:00', '-1', '00:00:00'],
    [
      'the last step again when asked again',
      MINUTE,
      '09:00:00',
      '09:00:40',
      '08:59:00',
      '09:00:00',
    ],
    [
      'the last step when the clock went back',
      MINUTE,
      '23:00:00',
      '09:00:40',
      '08:59:00',
      '09:00:00',
    ],
  ])('is %s', (_, every, measured, now, from, to) => {
    const measuredTo = measured === undefined ? undefined : on(measured);
    expect(askedTime({ every, measuredTo }, on(now))).toEqual({
      from: from === '-1' ? new Date('2026-11-22T00:00Z') : on(from),
      to: on(to),
    });
  });
});

describe('nextAfter', () => {
  it('is a second after the next multiple, and so always later than now', () => {
    const now = on('09:00:59.999');
    const asked = askedTime({ every: MINUTE }, now);
    expect(nextAfter(asked, MINUTE)).toEqual(on('09:01:01'));
  });
});

describe('retryAfter', () => {
  it.each([
    ['after a minute first', MINUTE, 0, MINUTE],
    ['then after two', MINUTE, 1, 2 * MINUTE],
    ['then after eight', MINUTE, 3, 8 * MINUTE],
    ['a quarter of an hour at most', MINUTE, 4, 15 * MINUTE],
    ['also after a year of failures', MINUTE, 35_000, 15 * MINUTE],
    ['never sooner than it is asked anyhow', HOUR, 0, HOUR],
    ['nor later, if that is longer', HOUR, 9, HOUR],
  ])('is %s', (_, every, failures, pause) => {
    const now = on('09:00:01');
    const retry = retryAfter({ every, failures }, now);
    expect((+retry - +now) / 1_000).toBe(pause);
  });
});
