import { hoursWords } from './hoursWords';
import {
  addMonths,
  isMonth,
  monthIn,
  monthName,
  monthWords,
  periodEnd,
  periodWords,
  shortMonth,
} from './periodWords';

const NOW = Date.parse('2026-11-23T15:00:00Z');
const HOUR = 3_600_000;

describe('months', () => {
  it.each([
    ['2026-10', true],
    ['2026-13', false],
    ['2026-1', false],
    ['', false],
    [null, false],
  ])('%j is a month: %j', (text, expected) => {
    expect(isMonth(text)).toBe(expected);
  });

  it('are said in full, in short, and with the year only when it is another', () => {
    expect(monthWords('2026-10')).toBe('October 2026');
    expect(shortMonth('2026-10')).toBe('Oct');
    expect(monthName('2026-10', NOW)).toBe('October');
    expect(monthName('2025-10', NOW)).toBe('October 2025');
  });

  it('go on over the end of the year', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
  });

  it('begin at midnight of the zone', () => {
    const midnight = Date.parse('2026-12-01T00:30:00Z');
    expect(monthIn(midnight, 'America/New_York')).toBe('2026-11');
    expect(monthIn(midnight, 'UTC')).toBe('2026-12');
  });
});

describe('periods', () => {
  it.each([
    ['2026-10', 'October', '2026-11-01T04:00:00.000Z'],
    ['2026-W45', 'week 45 of 2026', '2026-11-09T05:00:00.000Z'],
    ['2026-Q3', 'quarter 3 of 2026', '2026-10-01T04:00:00.000Z'],
    ['2026-11-05', '5 Nov 2026', '2026-11-06T05:00:00.000Z'],
  ])('%s is %s and ends at %s in New York', (label, words, end) => {
    expect(periodWords(label, NOW)).toBe(words);
    const at = periodEnd(label, 'America/New_York');
    expect(at && new Date(at).toISOString()).toBe(end);
  });

  it('leaves what it does not know as it is', () => {
    expect(periodWords('spring', NOW)).toBe('spring');
    expect(periodEnd('spring', 'UTC')).toBeUndefined();
  });
});

describe('hoursWords', () => {
  it.each([
    [3.2 * HOUR, '3 h 12 min'],
    [51 * HOUR, '51 h'],
    [47.99 * HOUR, '47 h 59 min'],
    [150 * HOUR, '6 d 6 h'],
    [30_000, 'less than a minute'],
  ])('%d ms are %s', (milliseconds, words) => {
    expect(hoursWords(milliseconds)).toBe(words);
  });
});
