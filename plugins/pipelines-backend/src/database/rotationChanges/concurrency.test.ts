import { TestDatabases } from '@backstage/backend-test-utils';
import { twoMigrated } from '../__testUtils__/backends';
import {
  A,
  B,
  C,
  coverOf,
  december,
  ENGINEERS,
  swapOf,
} from '../__testUtils__/changes';
import { ChangeConflictError } from './ChangeConflictError';
import { KnexRotationChangeStore } from './KnexRotationChangeStore';
import { NewRotationChange, RotationChange } from './rotationChange';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const ROUNDS = 15;

type Outcome = PromiseSettledResult<RotationChange>;

function won(outcomes: Outcome[]): RotationChange[] {
  return outcomes.flatMap(outcome =>
    outcome.status === 'fulfilled' ? [outcome.value] : [],
  );
}

/** What each of those who raced was told. */
function told(outcomes: Outcome[]): unknown[] {
  const [winner] = won(outcomes);
  return outcomes.map(outcome => {
    if (outcome.status === 'fulfilled') return 'you won';
    const { reason } = outcome;
    return reason instanceof ChangeConflictError &&
      reason.changeId === winner?.id
      ? 'somebody was first, and who'
      : reason;
  });
}

const ONE_OF_FOUR = [
  'somebody was first, and who',
  'somebody was first, and who',
  'somebody was first, and who',
  'you won',
];

describe.each(databases.eachSupportedId())('two backends on %s', id => {
  async function createStores() {
    const [one, other] = await twoMigrated(databases, id);
    return Promise.all([
      KnexRotationChangeStore.create({ database: one }),
      KnexRotationChangeStore.create({ database: other }),
    ]);
  }

  /** People propose at the same moment, every other one at either backend. */
  async function race(
    stores: KnexRotationChangeStore[],
    options: {
      changes: NewRotationChange[];
      expectedRevision: number;
      acceptAtOnce?: boolean;
    },
  ): Promise<Outcome[]> {
    const { changes, ...how } = options;
    return Promise.allSettled(
      changes.map((change, index) =>
        stores[index % stores.length].propose({ change, ...how }),
      ),
    );
  }

  it.each([
    { how: 'wait for an answer', acceptAtOnce: false },
    { how: 'are accepted at once', acceptAtOnce: true },
  ])(
    'take one of several swaps of a week that $how; the others hear of it',
    async ({ acceptAtOnce }) => {
      const stores = await createStores();
      for (let round = 0; round < ROUNDS; round++) {
        const week = round * 10;
        const changes = [
          swapOf({ shifts: [week, week + 1], requestedBy: A }),
          swapOf({ shifts: [week + 1, week], requestedBy: B }),
          swapOf({ shifts: [week, week + 2], requestedBy: C }),
          swapOf({ shifts: [week + 3, week], requestedBy: C }),
        ];
        const expectedRevision = acceptAtOnce ? round : 0;
        const outcomes = await race(stores, {
          changes,
          expectedRevision,
          acceptAtOnce,
        });
        expect(told(outcomes).sort()).toEqual(ONE_OF_FOUR);
      }
    },
  );

  it('take one of several covers of the same person at the same time', async () => {
    const stores = await createStores();
    for (let round = 0; round < ROUNDS; round++) {
      const from = december(1 + round);
      const to = december(2 + round);
      const changes = [B, C, B, C].map(by => coverOf({ by, from, to }));
      // A revision far ahead: only the rule of the covers can refuse.
      const outcomes = await race(stores, { changes, expectedRevision: 1_000 });
      expect(told(outcomes).sort()).toEqual(ONE_OF_FOUR);
    }
  });

  it('take all changes that have nothing to do with each other, and count each', async () => {
    const stores = await createStores();
    const changes = Array.from({ length: 20 }, (_, index) =>
      swapOf({ shifts: [index * 2, index * 2 + 1] }),
    );
    const outcomes = await race(stores, {
      changes,
      expectedRevision: 0,
      acceptAtOnce: true,
    });
    expect(won(outcomes)).toHaveLength(20);
    const [store] = stores;
    const duties = await store.listForResolve({ rotationRefs: [ENGINEERS] });
    expect(duties.get(ENGINEERS)?.revision).toBe(20);
    expect(duties.get(ENGINEERS)?.swaps).toHaveLength(20);
  });

  it('let one of two answers at the same moment count', async () => {
    const [one, other] = await createStores();
    for (let round = 0; round < ROUNDS; round++) {
      const swap = await one.propose({
        change: swapOf({ shifts: [round * 2, round * 2 + 1] }),
        expectedRevision: 1_000,
      });
      const outcomes = await Promise.allSettled([
        one.answer({ id: swap.id, state: 'accepted', by: B, at: december(2) }),
        other.answer({
          id: swap.id,
          state: 'cancelled',
          by: A,
          at: december(2),
        }),
        other.answer({
          id: swap.id,
          state: 'declined',
          by: B,
          at: december(2),
        }),
      ]);
      // A cancellation may follow the acceptance; nothing follows the others.
      const states = won(outcomes).map(({ state }) => state);
      expect([
        ['accepted'],
        ['accepted', 'cancelled'],
        ['cancelled'],
        ['declined'],
      ]).toContainEqual(states);
      expect(states).toContain((await one.get(swap))?.state);
    }
  });

  it('let each proposal expire once', async () => {
    const [one, other] = await createStores();
    const proposed: string[] = [];
    for (let index = 0; index < ROUNDS; index++) {
      const swap = await one.propose({
        change: swapOf({ shifts: [index * 2, index * 2 + 1] }),
        expectedRevision: 0,
      });
      proposed.push(swap.id);
    }
    const due = { now: december(9), limit: 100 };
    const expired = await Promise.all(
      [one, other, one, other].map(store => store.expireDue(due)),
    );
    const ids = expired.flat().map(change => change.id);
    expect(ids.sort()).toEqual(proposed.sort());
  });
});
