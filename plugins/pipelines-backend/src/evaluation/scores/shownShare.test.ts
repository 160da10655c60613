import { shownShare } from './shownShare';

describe('shownShare', () => {
  it.each<
    [met: number, missed: number, target: number, shown: string | undefined]
  >([
    [99_899, 101, 99.9, '99.89'],
    [99_995, 5, 100, '99.99'],
    [999_999, 1, 100, '99.99'],
    [1, 0, 100, '100'],
    [0, 3, 100, '0'],
    [0, 0, 100, undefined],
    [200, 100, 95, '66.66'],
    [9_999, 1, 99.995, '99.99'],
  ])('%s met, %s missed, of %s %%: %s', (met, missed, target, shown) => {
    expect(shownShare({ met, missed }, target)).toBe(shown);
  });
});
