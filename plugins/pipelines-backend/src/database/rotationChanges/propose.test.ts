import { TestDatabases } from '@backstage/backend-test-utils';
import { migrated } from '../__testUtils__/backends';
import {
  A,
  ANALYSTS,
  B,
  C,
  coverOf,
  december,
  ENGINEERS,
  swapOf,
} from '../__testUtils__/changes';
import { ChangeConflictError } from './ChangeConflictError';
import { KnexRotationChangeStore } from './KnexRotationChangeStore';
import { NewRotationChange } from './rotationChange';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('proposing a change on %s', id => {
  async function createStore() {
    const store = await KnexRotationChangeStore.create({
      database: await migrated(databases, id),
    });
    const propose = (change: NewRotationChange, expectedRevision = 0) =>
      store.propose({ change, expectedRevision });
    const accept = (change: NewRotationChange, expectedRevision = 0) =>
      store.propose({ change, expectedRevision, acceptAtOnce: true });
    const revision = async () =>
      (await store.listForResolve({ rotationRefs: [ENGINEERS] })).get(ENGINEERS)
        ?.revision;
    return { store, propose, accept, revision };
  }

  it('stores a swap that waits for its answer, and changes no duty', async () => {
    const { store, propose, revision } = await createStore();
    const swap = await propose(swapOf({ reason: 'Skiing ⛷' }));
    expect(swap).toEqual({
      ...swapOf({ reason: 'Skiing ⛷' }),
      id: expect.any(String),
      state: 'proposed',
    });
    expect(await store.get({ id: swap.id })).toStrictEqual(swap);
    expect(await revision()).toBe(0);
  });

  it('stores a cover that is accepted by that', async () => {
    const { store, propose, revision } = await createStore();
    const cover = await propose(coverOf());
    expect(cover).toEqual({
      ...coverOf(),
      id: expect.any(String),
      state: 'accepted',
    });
    expect(await store.get({ id: cover.id })).toStrictEqual(cover);
    expect(await revision()).toBe(1);
  });

  it('accepts a swap at once for one who may act for both', async () => {
    const { store, accept, revision } = await createStore();
    const swap = await accept(swapOf());
    expect(swap).toMatchObject({
      state: 'accepted',
      answeredBy: A,
      answeredAt: december(1),
    });
    expect(await store.get({ id: swap.id })).toStrictEqual(swap);
    expect(await revision()).toBe(1);
  });

  it.each([
    {
      sentence: 'the same two shifts',
      first: swapOf(),
      second: swapOf({ shifts: [4, 3], members: [B, A], requestedBy: B }),
      taken: 3,
    },
    {
      sentence: 'one of its shifts',
      first: swapOf(),
      second: swapOf({ shifts: [4, 5], members: [B, C] }),
      taken: 4,
    },
  ])(
    'refuses a swap when $sentence is in an open one, naming that',
    async ({ first, second, taken }) => {
      const { propose, accept } = await createStore();
      const { id: changeId } = await propose(first);
      for (const ask of [propose, accept]) {
        const refused = ask(second);
        await expect(refused).rejects.toThrow(ChangeConflictError);
        await expect(refused).rejects.toMatchObject({
          changeId,
          message: `Shift ${taken} of ${ENGINEERS} is in a swap that is not answered yet: change ${changeId}`,
        });
      }
    },
  );

  it.each([
    { sentence: 'other shifts', other: { shifts: [5, 6] as const } },
    { sentence: 'another rotation', other: { rotationRef: ANALYSTS } },
  ])('takes a swap of $sentence beside an open one', async ({ other }) => {
    const { propose } = await createStore();
    await propose(swapOf());
    expect(await propose(swapOf(other))).toMatchObject({ state: 'proposed' });
  });

  it('takes a swap of a swap from one who saw the first', async () => {
    const { propose, accept } = await createStore();
    await accept(swapOf());
    const again = swapOf({ members: [B, A], requestedBy: B });
    expect(await propose(again, 1)).toMatchObject({ state: 'proposed' });
  });

  it.each([
    {
      sentence: 'a swap after a swap of the same shift',
      first: swapOf(),
      second: swapOf({ shifts: [4, 5], members: [B, C] }),
    },
    {
      sentence: 'a swap after a cover in its shift',
      first: coverOf(),
      second: swapOf(),
    },
    {
      sentence: 'a cover after a swap of its shift',
      first: swapOf(),
      second: coverOf(),
    },
    {
      sentence: 'a cover after a cover of somebody else at that time',
      first: coverOf(),
      second: coverOf({ covered: C }),
    },
  ])(
    'refuses $sentence that the requester did not see',
    async ({ first, second }) => {
      const { accept, propose } = await createStore();
      const { id: changeId } = await accept(first);
      const refused = propose(second, 0);
      await expect(refused).rejects.toThrow(ChangeConflictError);
      await expect(refused).rejects.toMatchObject({
        changeId,
        message: `The duty was changed since it was last looked at: change ${changeId}`,
      });
      expect(await propose(second, 1)).toMatchObject(second);
    },
  );

  it('takes a change beside one not seen that touches other shifts', async () => {
    const { accept, propose } = await createStore();
    await accept(swapOf());
    expect(await propose(swapOf({ shifts: [5, 6] }), 0)).toMatchObject({
      state: 'proposed',
    });
  });

  it('names the last of several changes not seen', async () => {
    const { store, accept, propose } = await createStore();
    const first = await accept(swapOf());
    const second = await accept(swapOf({ members: [B, A] }), 1);
    await expect(propose(coverOf())).rejects.toMatchObject({
      changeId: second.id,
    });
    await store.answer({
      id: second.id,
      state: 'cancelled',
      by: A,
      at: december(2),
    });
    await store.answer({
      id: first.id,
      state: 'cancelled',
      by: A,
      at: december(2),
    });
    await expect(propose(coverOf(), 2)).rejects.toMatchObject({
      changeId: first.id,
    });
    expect(await propose(coverOf(), 4)).toMatchObject({ state: 'accepted' });
  });

  it('refuses to cover one person twice at a time, seen or not', async () => {
    const { propose } = await createStore();
    const { id: changeId } = await propose(coverOf());
    const refused = propose(coverOf({ by: C, from: december(11) }), 1);
    await expect(refused).rejects.toThrow(ChangeConflictError);
    await expect(refused).rejects.toMatchObject({
      changeId,
      message: `${A} is covered at that time already: change ${changeId}`,
    });
  });

  it.each([
    { sentence: 'whoever covers', other: { covered: B, by: C } },
    {
      sentence: 'the same person afterwards',
      other: { from: december(12), to: december(13) },
    },
    { sentence: 'him in another rotation', other: { rotationRef: ANALYSTS } },
  ])('takes a cover of $sentence', async ({ other }) => {
    const { propose } = await createStore();
    await propose(coverOf());
    expect(await propose(coverOf(other), 1)).toMatchObject(other);
  });

  it('takes a cover again when the first is cancelled', async () => {
    const { store, propose } = await createStore();
    const { id: first } = await propose(coverOf());
    await store.answer({
      id: first,
      state: 'cancelled',
      by: A,
      at: december(2),
    });
    expect(await propose(coverOf(), 2)).toMatchObject({ state: 'accepted' });
  });
});
