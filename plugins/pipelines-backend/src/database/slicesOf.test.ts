import { slicesOf } from './slicesOf';

describe('slicesOf', () => {
  it.each([
    [0, []],
    [1, [1]],
    [100, [100]],
    [250, [100, 100, 50]],
  ])('makes of %i rows slices of %j, and keeps the order', (count, lengths) => {
    const rows = Array.from({ length: count }, (_, index) => index);
    const slices = slicesOf(rows);
    expect(slices.map(({ length }) => length)).toEqual(lengths);
    expect(slices.flat()).toEqual(rows);
  });
});
