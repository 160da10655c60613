import { dayOfDate } from './calendarDay';
import { daysInWords, listInWords, momentInWords } from './words';

describe('dates and lists in words', () => {
  it.each([
    ['2026-12-03', '2026-12-03', '3 Dec'],
    ['2026-12-22', '2026-12-29', '22–29 Dec'],
    ['2026-12-29', '2027-01-03', '29 Dec – 3 Jan'],
    ['2026-12-29', '2027-12-30', '29 Dec – 30 Dec'],
  ])('%s to %s is %s', (first, last, words) => {
    expect(daysInWords(dayOfDate(first), dayOfDate(last))).toBe(words);
  });

  it('a moment is as the zone’s clock shows it', () => {
    const at = Date.parse('2026-03-08T07:30Z');
    expect(momentInWords(at, 'America/New_York')).toBe('8 Mar 03:30');
    expect(momentInWords(at, 'Australia/Lord_Howe')).toBe('8 Mar 18:30');
  });

  it.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
  ])('%j', (items, words) => {
    expect(listInWords(items)).toBe(words);
  });
});
