import { Settings } from 'luxon';
import { dateIn, dateWords, instantWords } from './instantWords';
import { ageWords, runbookReview } from './runbookReview';
import { timeLeft } from './timeLeft';

const now = Date.parse('2026-11-22T22:00:00Z');

describe('times as people say them', () => {
  beforeEach(() => {
    Settings.defaultZone = 'Europe/Berlin';
  });
  afterEach(() => {
    Settings.defaultZone = 'system';
  });

  it.each([
    ['2026-11-30T14:00:00.000Z', undefined, 'Mon 30 Nov 15:00'],
    ['2026-11-30T14:00:00.000Z', 'America/New_York', 'Mon 30 Nov 09:00'],
    ['2027-01-04T14:00:00.000Z', undefined, 'Mon 4 Jan 15:00'],
    ['2027-07-05T13:00:00.000Z', undefined, 'Mon 5 Jul 2027 15:00'],
    ['2026-01-05T14:00:00.000Z', undefined, 'Mon 5 Jan 15:00'],
    ['2025-12-29T14:00:00.000Z', undefined, 'Mon 29 Dec 2025 15:00'],
    // New York's clocks go forward on 14 March 2027: 09:00 there stays 09:00.
    ['2027-03-15T13:00:00.000Z', 'America/New_York', 'Mon 15 Mar 09:00'],
  ])('says the instant %s in zone %s as %s', (iso, timeZone, words) => {
    expect(instantWords(iso, { now, timeZone })).toBe(words);
  });

  it.each([
    ['2026-11-26', 'Thu 26 Nov'],
    ['2027-01-01', 'Fri 1 Jan'],
    ['2027-11-25', 'Thu 25 Nov 2027'],
  ])('says the date %s as %s', (date, words) => {
    expect(dateWords(date, { now })).toBe(words);
  });

  it('knows what day it is elsewhere', () => {
    expect(dateIn('Europe/Berlin', now)).toBe('2026-11-22');
    expect(dateIn('Asia/Tokyo', now)).toBe('2026-11-23');
  });

  it.each([
    [0, 'less than a minute'],
    [59_999, 'less than a minute'],
    [12 * 60_000, '12 min'],
    [5 * 3_600_000, '5 h'],
    [5 * 3_600_000 + 12 * 60_000, '5 h 12 min'],
    [7 * 86_400_000 + 11 * 3_600_000 + 59 * 60_000, '7 d 11 h'],
    [7 * 86_400_000 + 5 * 60_000, '7 d'],
  ])('says %d ms as %s', (milliseconds, words) => {
    expect(timeLeft(milliseconds)).toBe(words);
  });
});

describe('runbookReview', () => {
  it.each([
    ['never read', {}, { state: 'never' }],
    [
      'read twelve days ago',
      { lastReviewed: '2026-11-10' },
      { state: 'current', ageDays: 12, dueInDays: 78 },
    ],
    [
      'due today',
      { lastReviewed: '2026-11-15', reviewEvery: '7d' },
      { state: 'current', ageDays: 7, dueInDays: 0 },
    ],
    [
      'nine days too late',
      { lastReviewed: '2026-11-06', reviewEvery: '1w' },
      { state: 'overdue', ageDays: 16, overdueDays: 9 },
    ],
    [
      'read in the future by a slip of the keyboard',
      { lastReviewed: '2026-12-24' },
      { state: 'current', ageDays: 0, dueInDays: 90 },
    ],
  ])('of a runbook %s', (_case, spec, review) => {
    expect(runbookReview(spec, now)).toEqual(review);
  });

  it.each([
    [0, 'today'],
    [1, 'yesterday'],
    [12, '12 days ago'],
  ])('says an age of %d days as %s', (days, words) => {
    expect(ageWords(days)).toBe(words);
  });
});
