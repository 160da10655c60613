import { eachAtOnce } from './eachAtOnce';

describe('eachAtOnce', () => {
  it('does each once, in their order, and starts the next when one is done', async () => {
    const begun: number[] = [];
    const done = new Map<number, () => void>();
    const all = eachAtOnce([1, 2, 3, 4], 2, item => {
      begun.push(item);
      return new Promise(resolve => {
        done.set(item, resolve);
      });
    });
    expect(begun).toEqual([1, 2]);
    done.get(2)?.();
    await new Promise(setImmediate);
    expect(begun).toEqual([1, 2, 3]);
    done.get(1)?.();
    done.get(3)?.();
    await new Promise(setImmediate);
    expect(begun).toEqual([1, 2, 3, 4]);
    done.get(4)?.();
    await all;
  });

  it('has nothing to do with nothing', async () => {
    const act = jest.fn();
    await eachAtOnce([], 8, act);
    expect(act).not.toHaveBeenCalled();
  });
});
