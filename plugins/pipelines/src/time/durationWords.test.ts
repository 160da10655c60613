import { durationWords } from './durationWords';

describe('durationWords', () => {
  it.each([
    [0, '0 s'],
    [-5, '0 s'],
    [0.9, '0 s'],
    [59.9, '59 s'],
    [60, '1 min'],
    [252, '4 min 12 s'],
    [7_800, '2 h 10 min'],
    [7_859, '2 h 10 min'],
    [86_400 + 60, '1 d'],
    [2 * 86_400 + 3_600, '2 d 1 h'],
  ])('says %d seconds as %s', (seconds, words) => {
    expect(durationWords(seconds)).toBe(words);
  });
});
