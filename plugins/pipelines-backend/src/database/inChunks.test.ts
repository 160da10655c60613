import { inChunks } from './inChunks';

describe('inChunks', () => {
  it('asks for a thousand at a time, and keeps the order', async () => {
    const keys = Array.from({ length: 2_500 }, (_, index) => index);
    const ask = jest.fn(async (chunk: readonly number[]) =>
      chunk.map(key => key * 2),
    );
    expect(await inChunks(keys, ask)).toEqual(keys.map(key => key * 2));
    expect(ask.mock.calls.map(([chunk]) => chunk.length)).toEqual([
      1_000, 1_000, 500,
    ]);
  });

  it('asks nothing for no keys', async () => {
    const ask = jest.fn();
    expect(await inChunks([], ask)).toEqual([]);
    expect(ask).not.toHaveBeenCalled();
  });
});
