import { TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { migrated } from '../__testUtils__/backends';
import {
  A,
  B,
  C,
  coverOf,
  december,
  ENGINEERS,
  swapOf,
} from '../__testUtils__/changes';
import { KnexNotificationOutbox } from '../notifications/KnexNotificationOutbox';
import { ChangeConflictError } from './ChangeConflictError';
import { KnexRotationChangeStore } from './KnexRotationChangeStore';
import { AnswerState, NewRotationChange } from './rotationChange';
import { Announce } from './RotationChangeStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('answering a change on %s', id => {
  async function createStore() {
    const database = await migrated(databases, id);
    const store = await KnexRotationChangeStore.create({ database });
    const outbox = await KnexNotificationOutbox.create({ database });
    const propose = (change: NewRotationChange, expectedRevision = 0) =>
      store.propose({ change, expectedRevision });
    const accept = (change: NewRotationChange, expectedRevision = 0) =>
      store.propose({ change, expectedRevision, acceptAtOnce: true });
    const duty = async () =>
      (await store.listForResolve({ rotationRefs: [ENGINEERS] })).get(
        ENGINEERS,
      );
    return { store, outbox, propose, accept, duty };
  }

  it.each<{ state: AnswerState; revision: number }>([
    { state: 'accepted', revision: 1 },
    { state: 'declined', revision: 0 },
    { state: 'cancelled', revision: 0 },
    { state: 'expired', revision: 0 },
  ])(
    'makes a swap $state, and its shifts free',
    async ({ state, revision }) => {
      const { store, propose, duty } = await createStore();
      const swap = await propose(swapOf());
      const answer = { id: swap.id, state, by: B, at: december(2) };
      const answered = await store.answer(answer);
      expect(answered).toEqual({
        ...swap,
        state,
        answeredBy: B,
        answeredAt: december(2),
      });
      expect(await store.get(swap)).toStrictEqual(answered);
      expect(await duty()).toEqual({
        revision,
        swaps: state === 'accepted' ? [answered] : [],
        covers: [],
      });
      expect(await propose(swapOf(), revision)).toMatchObject({
        state: 'proposed',
      });
    },
  );

  it('refuses what the present state does not allow, and changes nothing', async () => {
    const { store, propose } = await createStore();
    const { id: changeId } = await propose(swapOf());
    const answer = { id: changeId, by: B, at: december(2) };
    const declined = await store.answer({ ...answer, state: 'declined' });
    const refused = store.answer({ ...answer, state: 'accepted' });
    await expect(refused).rejects.toThrow(ConflictError);
    await expect(refused).rejects.toThrow(
      `Change ${changeId} is declined and cannot become accepted`,
    );
    expect(await store.get(answer)).toEqual(declined);
  });

  it('knows no change that was not proposed', async () => {
    const { store } = await createStore();
    expect(await store.get({ id: 'unknown' })).toBeUndefined();
    await expect(
      store.answer({
        id: 'unknown',
        state: 'accepted',
        by: B,
        at: december(2),
      }),
    ).rejects.toThrow(NotFoundError);
  });

  it('takes an accepted swap out of force when it is cancelled', async () => {
    const { store, accept, duty } = await createStore();
    const swap = await accept(swapOf());
    expect(await duty()).toEqual({ revision: 1, swaps: [swap], covers: [] });
    await store.answer({
      id: swap.id,
      state: 'cancelled',
      by: A,
      at: december(2),
    });
    expect(await duty()).toEqual({ revision: 2, swaps: [], covers: [] });
  });

  it('undoes swaps of one shift only from the last backwards', async () => {
    const { store, accept, duty } = await createStore();
    const first = await accept(swapOf());
    const later = await accept(swapOf({ shifts: [9, 4], members: [C, A] }), 1);
    const cancel = (change: { id: string }) =>
      store.answer({
        id: change.id,
        state: 'cancelled',
        by: A,
        at: december(2),
      });

    const refused = cancel(first);
    await expect(refused).rejects.toThrow(ChangeConflictError);
    await expect(refused).rejects.toMatchObject({ changeId: later.id });
    expect((await duty())?.swaps).toEqual([first, later]);

    await cancel(later);
    await cancel(first);
    expect(await duty()).toEqual({ revision: 4, swaps: [], covers: [] });
  });

  it('does not undo a swap on which a proposal builds', async () => {
    const { store, accept, propose } = await createStore();
    const first = await accept(swapOf());
    const open = await propose(swapOf({ shifts: [4, 9], members: [A, C] }), 1);
    await expect(
      store.answer({
        id: first.id,
        state: 'cancelled',
        by: A,
        at: december(2),
      }),
    ).rejects.toMatchObject({ changeId: open.id });
  });

  it('undoes a swap beside a later one of other shifts', async () => {
    const { store, accept } = await createStore();
    const first = await accept(swapOf());
    await accept(swapOf({ shifts: [5, 6] }), 1);
    const cancelled = await store.answer({
      id: first.id,
      state: 'cancelled',
      by: A,
      at: december(2),
    });
    expect(cancelled.state).toBe('cancelled');
  });

  it('keeps what was served of a cover that is cancelled, in its place', async () => {
    const { store, propose, duty } = await createStore();
    const first = await propose(coverOf());
    const second = await propose(coverOf({ covered: B, by: C }), 1);
    await store.answer({
      id: first.id,
      state: 'cancelled',
      by: A,
      at: december(11),
    });
    expect(await duty()).toEqual({
      revision: 3,
      swaps: [],
      covers: [
        {
          ...first,
          state: 'cancelled',
          answeredBy: A,
          answeredAt: december(11),
          to: december(11),
        },
        second,
      ],
    });
  });

  it('lets open swaps expire in time, once, and frees their shifts', async () => {
    const { store, propose } = await createStore();
    const due = await propose(swapOf());
    const late = await propose(
      swapOf({ shifts: [7, 8], expiresAt: december(6) }),
    );
    await store.answer({
      ...(await propose(swapOf({ shifts: [5, 6] }))),
      state: 'declined',
      by: B,
      at: december(2),
    });
    const expire = (day: number) =>
      store.expireDue({ now: december(day), limit: 10 });

    expect(await expire(4)).toEqual([]);
    expect(await expire(5)).toEqual([
      { ...due, state: 'expired', answeredAt: december(5) },
    ]);
    expect(await expire(5)).toEqual([]);
    expect(await expire(30)).toEqual([
      { ...late, state: 'expired', answeredAt: december(30) },
    ]);
    expect(await propose(swapOf())).toMatchObject({ state: 'proposed' });
  });

  it('lets those expire first that are due longest, up to the limit', async () => {
    const { store, propose } = await createStore();
    const second = await propose(swapOf());
    const first = await propose(
      swapOf({ shifts: [7, 8], expiresAt: december(4) }),
    );
    const expire = () => store.expireDue({ now: december(9), limit: 1 });
    expect(await expire()).toMatchObject([{ id: first.id }]);
    expect(await expire()).toMatchObject([{ id: second.id }]);
  });

  it('stores who is to be told together with the change', async () => {
    const { store, outbox, propose } = await createStore();
    const announce: Announce = change => [
      {
        key: change.state,
        recipients: [B],
        payload: { id: change.id },
        at: december(1),
      },
    ];
    const told = async () =>
      (
        await outbox.claimDue({
          now: december(9),
          limit: 10,
          leaseUntil: december(10),
          owner: 'test',
        })
      ).map(({ key }) => key);

    const swap = await store.propose({
      change: swapOf(),
      expectedRevision: 0,
      announce,
    });
    expect(await told()).toEqual(['proposed']);
    await store.answer({
      id: swap.id,
      state: 'accepted',
      by: B,
      at: december(2),
      announce,
    });
    expect(await told()).toEqual(['accepted']);
    await propose(swapOf({ shifts: [7, 8] }));
    await store.expireDue({ now: december(9), limit: 10, announce });
    expect(await told()).toEqual(['expired']);
  });

  it('stores no change whose messages cannot be stored', async () => {
    const { store } = await createStore();
    const failing = store.propose({
      change: coverOf(),
      expectedRevision: 0,
      announce: () => {
        throw new Error('nobody to tell');
      },
    });
    await expect(failing).rejects.toThrow('nobody to tell');
    expect(await store.list({ rotationRef: ENGINEERS, limit: 1 })).toEqual({
      items: [],
    });
  });
});
