import { fromDate, toDate, toOptionalDate } from './instant';

describe('instants in the tables', () => {
  it('are text in UTC, to the millisecond, and come back as they were', () => {
    const date = new Date('2026-11-26T09:00:00.007-05:00');
    expect(fromDate(date)).toBe('2026-11-26T14:00:00.007Z');
    expect(toDate(fromDate(date))).toEqual(date);
  });

  it('sort as the instants do', () => {
    const dates = ['0001-01-01', '1969-12-31', '2026-02-28', '9999-12-31'].map(
      day => new Date(`${day}T23:59:59.999Z`),
    );
    const texts = dates.map(fromDate);
    expect([...texts].reverse().sort()).toEqual(texts);
  });

  it.each(['+010000-01-01T00:00:00.000Z', '-000001-12-31T00:00:00.000Z'])(
    'refuse %s, whose text would not sort',
    text => {
      expect(() => fromDate(new Date(text))).toThrow(
        `${text} is too far away to be stored`,
      );
    },
  );

  it('read null as undefined', () => {
    expect(toOptionalDate(null)).toBeUndefined();
    expect(toOptionalDate('2026-11-26T14:00:00.000Z')).toEqual(
      new Date('2026-11-26T14:00:00.000Z'),
    );
  });
});
