import { TestDatabases } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { migrated } from '../__testUtils__/backends';
import {
  A,
  ANALYSTS,
  B,
  coverOf,
  december,
  ENGINEERS,
  swapOf,
} from '../__testUtils__/changes';
import { KnexRotationChangeStore } from './KnexRotationChangeStore';
import { RotationChange } from './rotationChange';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('listing changes on %s', id => {
  async function createStore() {
    return KnexRotationChangeStore.create({
      database: await migrated(databases, id),
    });
  }

  it('pages newest first, without losing or repeating any', async () => {
    const store = await createStore();
    const proposed: RotationChange[] = [];
    // Three on each day: the pages are cut within a day too.
    for (let index = 0; index < 7; index++) {
      proposed.push(
        await store.propose({
          change: swapOf({
            shifts: [index * 2, index * 2 + 1],
            requestedAt: december(1 + Math.floor(index / 3)),
          }),
          expectedRevision: 0,
        }),
      );
    }
    const newestFirst = [...proposed].sort(
      (a, b) => +b.requestedAt - +a.requestedAt || (b.id < a.id ? -1 : 1),
    );
    const listed: RotationChange[] = [];
    const sizes: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.list({
        rotationRef: ENGINEERS,
        limit: 2,
        cursor,
      });
      listed.push(...page.items);
      sizes.push(page.items.length);
      cursor = page.nextCursor;
    } while (cursor);
    expect(listed).toEqual(newestFirst);
    expect(sizes).toEqual([2, 2, 2, 1]);
  });

  it('has no further page when the last one is full', async () => {
    const store = await createStore();
    await store.propose({ change: swapOf(), expectedRevision: 0 });
    const page = await store.list({ rotationRef: ENGINEERS, limit: 1 });
    expect(page).toEqual({ items: [expect.anything()] });
  });

  it('refuses a cursor that no page gave', async () => {
    const store = await createStore();
    await expect(
      store.list({ rotationRef: ENGINEERS, limit: 1, cursor: '17' }),
    ).rejects.toThrow(InputError);
  });

  it('has the changes of one rotation, in the states and from the shift asked for', async () => {
    const store = await createStore();
    const propose = (change: Parameters<typeof store.propose>[0]['change']) =>
      store.propose({ change, expectedRevision: 0 });
    const open = await propose(swapOf({ shifts: [9, 2] }));
    const cover = await propose(coverOf({ requestedAt: december(2) }));
    const declined = await store.answer({
      ...(await propose(swapOf({ shifts: [4, 5], requestedAt: december(3) }))),
      state: 'declined',
      by: B,
      at: december(4),
    });
    await propose(swapOf({ rotationRef: ANALYSTS }));

    const list = async (
      other: Partial<Parameters<typeof store.list>[0]> = {},
    ) =>
      (await store.list({ rotationRef: ENGINEERS, limit: 9, ...other })).items;
    expect(await list()).toEqual([declined, cover, open]);
    expect(await list({ states: ['proposed', 'accepted'] })).toEqual([
      cover,
      open,
    ]);
    expect(await list({ fromShift: 4 })).toEqual([declined, open]);
    expect(await list({ fromShift: 6 })).toEqual([open]);
    expect(await list({ fromShift: 10 })).toEqual([]);
  });

  it('has for the engine what decides in each rotation, in order', async () => {
    const store = await createStore();
    const accept = (
      change: Parameters<typeof store.propose>[0]['change'],
      expectedRevision: number,
    ) => store.propose({ change, expectedRevision, acceptAtOnce: true });
    const first = await accept(swapOf({ requestedAt: december(4) }), 0);
    const second = await accept(coverOf({ requestedAt: december(3) }), 1);
    const third = await accept(swapOf({ members: [B, A] }), 2);
    await store.propose({
      change: swapOf({ shifts: [8, 9] }),
      expectedRevision: 3,
    });
    const other = await accept(swapOf({ rotationRef: ANALYSTS }), 0);

    expect(
      await store.listForResolve({
        rotationRefs: [ANALYSTS, ENGINEERS, 'rotation:default/quiet'],
      }),
    ).toEqual(
      new Map([
        [ANALYSTS, { revision: 1, swaps: [other], covers: [] }],
        [ENGINEERS, { revision: 3, swaps: [first, third], covers: [second] }],
        ['rotation:default/quiet', { revision: 0, swaps: [], covers: [] }],
      ]),
    );
  });
});
