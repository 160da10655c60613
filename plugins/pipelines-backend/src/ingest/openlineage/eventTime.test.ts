import { parseEventTime } from './eventTime';

describe('the time of an event', () => {
  it.each([
    ['2026-11-26T14:00:00Z', '2026-11-26T14:00:00.000Z'],
    ['2026-11-26T14:00Z', '2026-11-26T14:00:00.000Z'],
    ['2026-11-26T14:00:00.1Z', '2026-11-26T14:00:00.100Z'],
    ['2026-11-26T14:00:00.123456789Z', '2026-11-26T14:00:00.123Z'],
    ['2026-11-26T14:00:00,5Z', '2026-11-26T14:00:00.500Z'],
    ['2026-11-26 14:00:00Z', '2026-11-26T14:00:00.000Z'],
    ['2026-11-27T00:00:00.1234+10:00', '2026-11-26T14:00:00.123Z'],
    ['2026-11-27T00:00:00+1000', '2026-11-26T14:00:00.000Z'],
    ['2026-11-26T09:00:00-05', '2026-11-26T14:00:00.000Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseEventTime(text)).toEqual({
      at: new Date(instant),
      hasNoZone: false,
    });
  });

  it('is UTC where no zone is told, and that is noted', () => {
    expect(parseEventTime('2026-11-26T14:00:00.5')).toEqual({
      at: new Date('2026-11-26T14:00:00.500Z'),
      hasNoZone: true,
    });
  });

  it.each([
    ['a word', 'today'],
    ['a date alone', '2026-11-26'],
    ['before 1970', '1969-12-31T23:59:59Z'],
    ['before 1970 by its offset', '1970-01-01T00:00:00+01:00'],
    ['of five digits of year', '+010000-01-01T00:00:00Z'],
    ['almost of five digits of year', '9999-12-31T00:00:00Z'],
    ['30 February', '2026-02-30T00:00:00Z'],
    ['29 February of another year', '2026-02-29T00:00:00Z'],
    ['31 April', '2026-04-31T10:00:00+10:00'],
    ['of a month 13', '2026-13-01T00:00:00Z'],
    ['of an hour 25', '2026-11-26T25:00:00Z'],
    ['of a zone without a place', '2026-11-26T14:00:00+99:99'],
    ['an instant and more', '2026-11-26T14:00:00Z and more'],
  ])('is not %s', (_, text) => {
    expect(parseEventTime(text)).toBeUndefined();
  });
});
