import { closesAt, month, monthAt, monthsUntil } from './months';

const iso = (instant: number) => new Date(instant).toISOString();

describe('months', () => {
  it.each([
    ['2026-11', 'UTC', 0, '2026-12-01T00:00:00.000Z'],
    ['2026-11', 'America/New_York', 5, '2026-12-06T05:00:00.000Z'],
    // The clocks go forward on 29 March: a day of 23 hours lies between.
    ['2026-02', 'Europe/Berlin', 28, '2026-03-28T23:00:00.000Z'],
    ['2026-02', 'Europe/Berlin', 29, '2026-03-29T22:00:00.000Z'],
    ['2026-12', 'Asia/Tokyo', 1, '2027-01-01T15:00:00.000Z'],
  ])('%s in %s closes %s days later, at %s', (label, zone, days, expected) => {
    expect(iso(closesAt(label, zone, days))).toBe(expected);
  });

  it.each([
    ['2026-12-01T04:59:59Z', 'America/New_York', '2026-11'],
    ['2026-12-01T05:00:00Z', 'America/New_York', '2026-12'],
    ['2026-12-01T00:00:00Z', 'UTC', '2026-12'],
  ])('%s in %s lies in %s', (instant, zone, expected) => {
    expect(monthAt(new Date(instant), zone)).toBe(expected);
  });

  it('go back over the turn of a year', () => {
    expect(monthsUntil('2026-02', 4)).toEqual([
      '2026-02',
      '2026-01',
      '2025-12',
      '2025-11',
    ]);
  });

  it.each(['1970-01', '2026-11', '2199-12'])('may be %s', label => {
    expect(month.parse(label)).toBe(label);
  });

  it.each([
    ['2026-13', 'must be a month such as'],
    ['2026-00', 'must be a month such as'],
    ['2026-1', 'must be a month such as'],
    ['2026-11-01', 'must be a month such as'],
    ['November', 'must be a month such as'],
    ['', 'must be a month such as'],
    ['1969-12', 'must be in the years 1970 to 2199'],
    ['2200-01', 'must be in the years 1970 to 2199'],
    ['9999-12', 'must be in the years 1970 to 2199'],
  ])("may not be '%s': %s", (label, message) => {
    const { error } = month.safeParse(label);
    expect(error?.issues[0].message).toContain(message);
  });
});
