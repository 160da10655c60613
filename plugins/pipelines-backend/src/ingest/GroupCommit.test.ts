import { ServiceUnavailableError } from '@backstage/errors';
import { GroupCommit, GroupCommitLimits } from './GroupCommit';

/** Lets everything happen that waits for nothing but its turn. */
const turn = async () => {
  for (let turns = 0; turns < 5; turns += 1) {
    await new Promise(resolve => setImmediate(resolve));
  }
};

/** A database whose every transaction waits until the test ends it. */
function slowStore(limits: Partial<GroupCommitLimits> = {}) {
  const asked: string[][] = [];
  const open: { done(): void; fail(error: Error): void }[] = [];
  const onFailure = jest.fn();
  const commit = new GroupCommit<string>({
    write: items => {
      asked.push([...items]);
      return new Promise((done, fail) => open.push({ done, fail }));
    },
    onFailure,
    // One at a time: what a test says of the next is then true.
    limits: { transactions: 1, ...limits },
  });
  const settled: string[] = [];
  const add = (...items: string[]) => {
    const [name] = items;
    const stored = commit.add({ items, weight: items.length }).then(
      () => {
        settled.push(`${name} stored`);
      },
      error => {
        settled.push(`${name}: ${error.message}`);
        expect(error).toBeInstanceOf(ServiceUnavailableError);
      },
    );
    return stored;
  };
  const end = async (how: 'done' | 'fail') => {
    const oldest = open.shift();
    if (!oldest) throw new Error('There is no transaction');
    if (how === 'done') oldest.done();
    else oldest.fail(new Error('the disk is full'));
    await turn();
  };
  return { asked, commit, add, end, onFailure, settled };
}

/** A database that refuses some items at once. */
function quickStore(bad: readonly string[]) {
  const asked: string[][] = [];
  const onFailure = jest.fn();
  const commit = new GroupCommit<string>({
    write: async items => {
      asked.push([...items]);
      if (items.some(item => bad.includes(item))) throw new Error('bad item');
    },
    onFailure,
  });
  const all = async (...items: string[]) => {
    const results = await Promise.allSettled(
      items.map(item => commit.add({ items: [item], weight: 1 })),
    );
    return Object.fromEntries(
      results.map(({ status }, index) => [items[index], status]),
    );
  };
  return { all, asked, onFailure };
}

describe('GroupCommit', () => {
  it('says that items are stored after their transaction, never earlier', async () => {
    const { add, end, settled } = slowStore();
    add('a');
    await turn();
    expect(settled).toEqual([]);
    await end('done');
    expect(settled).toEqual(['a stored']);
  });

  it('writes together what comes in one turn', async () => {
    const { add, asked } = slowStore();
    add('a', 'b');
    add('c');
    await turn();
    expect(asked).toEqual([['a', 'b', 'c']]);
  });

  it('writes together what comes while a transaction is under way', async () => {
    const { add, asked, end, settled } = slowStore();
    add('a');
    await turn();
    add('b');
    add('c');
    await turn();
    expect(asked).toEqual([['a']]);
    await end('done');
    expect(asked).toEqual([['a'], ['b', 'c']]);
    expect(settled).toEqual(['a stored']);
    await end('done');
    expect(settled).toEqual(['a stored', 'b stored', 'c stored']);
  });

  it('takes no more items together than it may, and a large one alone', async () => {
    const { add, asked, end } = slowStore({ itemsTogether: 3 });
    add('a', 'b');
    add('c');
    add('d', 'e', 'f', 'g');
    add('h');
    await turn();
    await end('done');
    await end('done');
    expect(asked).toEqual([['a', 'b', 'c'], ['d', 'e', 'f', 'g'], ['h']]);
  });

  it('has as many transactions under way as it may', async () => {
    const { add, asked } = slowStore({ transactions: 2 });
    for (const item of ['a', 'b', 'c']) {
      add(item);
      await turn();
    }
    expect(asked).toEqual([['a'], ['b']]);
  });

  it('works again after it had nothing to do', async () => {
    const { add, asked, end, settled } = slowStore();
    for (const item of ['a', 'b']) {
      add(item);
      await turn();
      await end('done');
    }
    expect(asked).toEqual([['a'], ['b']]);
    expect(settled).toEqual(['a stored', 'b stored']);
  });

  it('says of nothing at once that it is stored', async () => {
    const { asked, commit } = slowStore();
    await commit.add({ items: [], weight: 0 });
    await turn();
    expect(asked).toEqual([]);
  });

  it('refuses one bad caller for now, and stores what others brought with him', async () => {
    const { all, asked, onFailure } = quickStore(['bad']);
    expect(await all('a', 'bad', 'b')).toEqual({
      a: 'fulfilled',
      bad: 'rejected',
      b: 'fulfilled',
    });
    expect(asked).toEqual([['a', 'bad', 'b'], ['a'], ['bad'], ['b']]);
    // Why stands in the log, once for the group and once for him.
    expect(onFailure).toHaveBeenCalledTimes(2);
  });

  it('stores the others also where bad callers are many, but not in a row', async () => {
    const { all } = quickStore(['x', 'y', 'z']);
    expect(await all('x', 'a', 'y', 'b', 'z', 'c')).toEqual({
      x: 'rejected',
      a: 'fulfilled',
      y: 'rejected',
      b: 'fulfilled',
      z: 'rejected',
      c: 'fulfilled',
    });
  });

  it('stops asking after two failures in a row: then it is the database', async () => {
    const { all, asked } = quickStore(['a', 'b', 'c', 'd']);
    expect(Object.values(await all('a', 'b', 'c', 'd'))).toEqual([
      'rejected',
      'rejected',
      'rejected',
      'rejected',
    ]);
    expect(asked).toEqual([['a', 'b', 'c', 'd'], ['a'], ['b']]);
  });

  it('does not tell callers what the database says', async () => {
    const { add, end, onFailure, settled } = slowStore();
    add('a');
    await turn();
    await end('fail');
    expect(settled).toEqual(['a: It could not be stored for now']);
    expect(onFailure).toHaveBeenCalledWith(new Error('the disk is full'));
  });

  it('is back as soon as the database is', async () => {
    const { add, end, settled } = slowStore();
    add('a');
    await turn();
    await end('fail');
    add('a');
    await turn();
    await end('done');
    expect(settled).toEqual(['a: It could not be stored for now', 'a stored']);
  });

  it('refuses for now when too much waits, until some of it is stored', async () => {
    const { add, asked, end, settled } = slowStore({ weightWaiting: 3 });
    add('a', 'b');
    await turn();
    add('c');
    add('d');
    await turn();
    expect(settled).toEqual(['d: Too much is waiting to be stored']);
    await end('done');
    add('e');
    await turn();
    await end('done');
    await end('done');
    expect(asked).toEqual([['a', 'b'], ['c'], ['e']]);
    expect(settled.slice(1)).toEqual(['a stored', 'c stored', 'e stored']);
  });

  it('forgets the weight of what could not be stored', async () => {
    const { add, end, settled } = slowStore({ weightWaiting: 1 });
    add('a');
    await turn();
    await end('fail');
    add('b');
    await turn();
    await end('done');
    expect(settled[1]).toBe('b stored');
  });

  it('takes what is larger than all that may wait, when nothing waits', async () => {
    const { add, end, settled } = slowStore({ weightWaiting: 1 });
    add('a', 'b', 'c');
    await turn();
    await end('done');
    expect(settled).toEqual(['a stored']);
  });

  it('drains: all that waits is stored first', async () => {
    const { add, commit, end, settled } = slowStore();
    add('a');
    await turn();
    add('b');
    let isDrained = false;
    const drained = commit.drain().then(() => {
      isDrained = true;
    });
    await end('done');
    expect(isDrained).toBe(false);
    await end('done');
    await drained;
    expect(settled).toEqual(['a stored', 'b stored']);
  });

  describe('whose database hangs', () => {
    beforeEach(() => {
      jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    });
    afterEach(() => {
      jest.useRealTimers();
    });

    it('tells callers so before they give up, and stores their items when it can', async () => {
      const { add, asked, end, settled } = slowStore({ patience: 4_000 });
      add('a');
      await turn();
      jest.advanceTimersByTime(3_999);
      await turn();
      expect(settled).toEqual([]);
      jest.advanceTimersByTime(1);
      await turn();
      expect(settled).toEqual(['a: Storing takes too long']);
      add('b');
      await turn();
      await end('done');
      await end('done');
      expect(asked).toEqual([['a'], ['b']]);
      expect(settled.slice(1)).toEqual(['b stored']);
    });

    it('has no timer left once all is stored', async () => {
      const { add, end } = slowStore();
      add('a');
      await turn();
      await end('done');
      expect(jest.getTimerCount()).toBe(0);
    });
  });
});
