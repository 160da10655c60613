import { TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { migrated, twoMigrated } from '../__testUtils__/backends';
import { Handoff } from './HandoffStore';
import { KnexHandoffStore } from './KnexHandoffStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const rotationRef = 'rotation:default/engineers';

function handoffOf(
  other: Partial<Handoff> = {},
): Omit<Handoff, 'revision' | 'minutes'> {
  return {
    rotationRef,
    shiftNumber: 7,
    notes: 'Growth is late again.\nAsk finance.',
    checklist: [
      { text: 'Open issues', done: true },
      { text: 'Month end', done: false },
    ],
    openIssues: [{ id: 'i-1', title: 'Revenue missing', since: null }],
    ...other,
  };
}

describe.each(databases.eachSupportedId())('handoffs on %s', id => {
  async function createStore() {
    return KnexHandoffStore.create({ database: await migrated(databases, id) });
  }

  it('are not there before somebody saves one', async () => {
    const store = await createStore();
    expect(await store.get({ rotationRef, shiftNumber: 7 })).toBeUndefined();
  });

  it('come back as they were saved first, and as they were saved last', async () => {
    const store = await createStore();
    const first = await store.save({
      handoff: handoffOf(),
      expectedRevision: 0,
    });
    expect(first).toEqual({ ...handoffOf(), revision: 1 });
    expect(await store.get(first)).toStrictEqual(first);

    const { revision, ...changed } = {
      ...first,
      notes: 'All well.',
      minutes: 25,
      doneByOutgoing: {
        by: 'user:default/a',
        at: new Date('2026-11-30T14:30:00.000Z'),
      },
      doneByIncoming: {
        by: 'user:default/b',
        at: new Date('2026-11-30T14:31:00.000Z'),
      },
    };
    const second = await store.save({
      handoff: changed,
      expectedRevision: revision,
    });
    expect(second).toEqual({ ...changed, revision: 2 });
    expect(await store.get(first)).toStrictEqual(second);
  });

  it.each([
    { saved: 0, expectedRevision: 1 },
    { saved: 1, expectedRevision: 0 },
    { saved: 2, expectedRevision: 1 },
    { saved: 1, expectedRevision: 2 },
  ])(
    'at revision $saved are not saved over revision $expectedRevision',
    async ({ saved, expectedRevision }) => {
      const store = await createStore();
      for (let revision = 0; revision < saved; revision++) {
        await store.save({ handoff: handoffOf(), expectedRevision: revision });
      }
      const stale = store.save({
        handoff: handoffOf({ notes: 'lost?' }),
        expectedRevision,
      });
      await expect(stale).rejects.toThrow(ConflictError);
      await expect(stale).rejects.toThrow(
        `The handoff of shift 7 of ${rotationRef} is at revision ${saved}, not ${expectedRevision}`,
      );
      const present = await store.get({ rotationRef, shiftNumber: 7 });
      expect(present?.notes).not.toBe('lost?');
    },
  );

  it('are listed by shift, both ends included', async () => {
    const store = await createStore();
    for (const shiftNumber of [12, 3, 4, 11, 5]) {
      await store.save({
        handoff: handoffOf({ shiftNumber }),
        expectedRevision: 0,
      });
    }
    const listed = await store.list({ rotationRef, fromShift: 4, toShift: 11 });
    expect(listed.map(({ shiftNumber }) => shiftNumber)).toEqual([4, 5, 11]);
  });

  it('of two who save at the same moment take one, and refuse the other', async () => {
    const stores = await Promise.all(
      (
        await twoMigrated(databases, id)
      ).map(database => KnexHandoffStore.create({ database })),
    );
    for (let expectedRevision = 0; expectedRevision < 20; expectedRevision++) {
      const results = await Promise.allSettled(
        stores.map((store, index) =>
          store.save({
            handoff: handoffOf({ notes: `by ${index}` }),
            expectedRevision,
          }),
        ),
      );
      const won = results.findIndex(({ status }) => status === 'fulfilled');
      expect(results[1 - won]).toEqual({
        status: 'rejected',
        reason: expect.any(ConflictError),
      });
      expect(await stores[0].get({ rotationRef, shiftNumber: 7 })).toEqual(
        expect.objectContaining({
          notes: `by ${won}`,
          revision: expectedRevision + 1,
        }),
      );
    }
  });
});
