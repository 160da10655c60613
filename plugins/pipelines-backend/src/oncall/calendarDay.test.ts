import {
  dateOfDay,
  dayAt,
  dayOfDate,
  isWeekend,
  lastDayOfMonth,
  startOfDay,
} from './calendarDay';

const HOUR = 3_600_000;

describe('a calendar day', () => {
  it.each(['1970-01-01', '1969-12-31', '2024-02-29', '2026-12-31'])(
    'of %s is the day of that date',
    date => {
      expect(dateOfDay(dayOfDate(date))).toBe(date);
    },
  );

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-5', 'today'])(
    '%s is refused',
    date => {
      expect(() => dayOfDate(date)).toThrow(
        new RangeError(`'${date}' is no date; yyyy-MM-dd is needed`),
      );
    },
  );

  it.each([
    ['2026-11-27', false],
    ['2026-11-28', true],
    ['2026-11-29', true],
    ['2026-11-30', false],
    ['1969-12-28', true],
  ])('whether %s is on a weekend: %s', (date, expected) => {
    expect(isWeekend(dayOfDate(date))).toBe(expected);
  });

  it.each([
    ['2026-02-03', '2026-02-28'],
    ['2028-02-29', '2028-02-29'],
    ['2026-12-31', '2026-12-31'],
  ])('the month of %s ends on %s', (date, last) => {
    expect(dateOfDay(lastDayOfMonth(dayOfDate(date)))).toBe(last);
  });

  it.each([
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['America/Santiago', '2026-04-04', 25],
    ['America/Havana', '2026-03-08', 23],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Pacific/Apia', '2011-12-30', 0],
  ])('in %s, %s has %d hours', (zone, date, hours) => {
    const day = dayOfDate(date);
    const [start, end] = [day, day + 1].map(each => startOfDay(each, zone));
    expect((end - start) / HOUR).toBe(hours);
  });

  it.each([
    ['America/Santiago', '2026-04-04'],
    ['America/Santiago', '2026-09-06'],
    ['Australia/Lord_Howe', '2026-04-05'],
  ])('in %s, %s is a day from its first moment to its last', (zone, date) => {
    const day = dayOfDate(date);
    const [start, end] = [day, day + 1].map(each => startOfDay(each, zone));
    const days = [start - 1, start, end - 1, end].map(at => dayAt(at, zone));
    expect(days).toEqual([day - 1, day, day, day + 1]);
  });
});
