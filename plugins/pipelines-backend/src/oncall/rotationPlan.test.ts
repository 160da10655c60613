import { anchorOf, daysPerShift, RotationPlan } from './rotationPlan';

const plan: RotationPlan = {
  members: ['user:default/engineer-a'],
  type: 'weekly',
  length: 1,
  start: '2026-01-05',
  handoffTime: '09:30',
  timeZone: 'America/New_York',
};

describe('anchorOf', () => {
  it('is the wall time of the first handoff', () => {
    expect(anchorOf(plan)).toEqual({
      year: 2026,
      month: 1,
      day: 5,
      hour: 9,
      minute: 30,
    });
  });

  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-1-5', '0026-01-05'])(
    'refuses %s as a date',
    start => {
      expect(() => anchorOf({ ...plan, start })).toThrow(
        new RangeError(`start '${start}' is no date; yyyy-MM-dd is needed`),
      );
    },
  );

  it.each(['24:00', '9:30', '09:60', '09:30:00', 'noon'])(
    'refuses %s as a time of day',
    handoffTime => {
      expect(() => anchorOf({ ...plan, handoffTime })).toThrow(
        `handoffTime '${handoffTime}' is no time of day`,
      );
    },
  );
});

describe('daysPerShift', () => {
  it.each([
    { type: 'weekly' as const, length: 1, days: 7 },
    { type: 'weekly' as const, length: 2, days: 14 },
    { type: 'daily' as const, length: 1, days: 1 },
    { type: 'daily' as const, length: 3, days: 3 },
  ])('is $days for $type, length $length', ({ type, length, days }) => {
    expect(daysPerShift({ ...plan, type, length })).toBe(days);
  });

  it.each([0, -1, 1.5, NaN, Infinity])('refuses a length of %d', length => {
    expect(() => daysPerShift({ ...plan, length })).toThrow(RangeError);
  });
});
