import { durationToMillis, durationToWords } from './duration';

describe('durations', () => {
  it.each([
    ['0m', 0, '0 minutes'],
    ['30m', 1_800_000, '30 minutes'],
    ['48h', 172_800_000, '48 hours'],
    ['1d', 86_400_000, '1 day'],
    ['1w', 604_800_000, '1 week'],
  ])('%s is %d ms, "%s"', (duration, millis, words) => {
    expect(durationToMillis(duration)).toBe(millis);
    expect(durationToWords(duration)).toBe(words);
  });

  it.each(['', '48', 'h', '1.5h', '-1h', '1y', '48 h'])(
    'does not read "%s"',
    duration => {
      expect(() => durationToMillis(duration)).toThrow(/is not a duration/);
    },
  );
});
