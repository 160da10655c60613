import { TestDatabases } from '@backstage/backend-test-utils';
import { migrated } from '../__testUtils__/backends';
import {
  A,
  ANALYSTS,
  B,
  coverOf,
  december,
  ENGINEERS,
} from '../__testUtils__/changes';
import { KnexAbsenceStore } from '../absences/KnexAbsenceStore';
import { KnexRotationChangeStore } from '../rotationChanges/KnexRotationChangeStore';
import { KnexRotationVersionStore } from '../rotationVersions/KnexRotationVersionStore';
import { KnexRotationWakeupStore } from './KnexRotationWakeupStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('wakeups on %s', id => {
  async function createStore() {
    return KnexRotationWakeupStore.create({
      database: await migrated(databases, id),
    });
  }

  it('gives what is due, those due longest first, and no others', async () => {
    const store = await createStore();
    await store.touch({ rotationRef: ENGINEERS, at: december(3) });
    await store.touch({ rotationRef: ANALYSTS, at: december(2) });
    await store.touch({ rotationRef: 'rotation:default/c', at: december(5) });
    const due = await store.due({ now: december(4), limit: 10 });
    expect(due.map(({ rotationRef }) => rotationRef)).toEqual([
      ANALYSTS,
      ENGINEERS,
    ]);
    expect(await store.due({ now: december(4), limit: 1 })).toEqual([due[0]]);
  });

  it('keeps the earlier instant when a rotation is touched again', async () => {
    const store = await createStore();
    await store.touch({ rotationRef: ENGINEERS, at: december(3) });
    await store.touch({ rotationRef: ENGINEERS, at: december(5) });
    expect(await store.due({ now: december(3), limit: 1 })).toEqual([
      { rotationRef: ENGINEERS, since: december(3), revision: 1 },
    ]);
    await store.touch({ rotationRef: ENGINEERS, at: december(2) });
    expect(await store.due({ now: december(2), limit: 1 })).toHaveLength(1);
  });

  it('does not settle a rotation that was touched meanwhile', async () => {
    const store = await createStore();
    await store.touch({ rotationRef: ENGINEERS, at: december(3) });
    const [wakeup] = await store.due({ now: december(3), limit: 1 });
    await store.touch({ rotationRef: ENGINEERS, at: december(4) });
    expect(await store.settle({ wakeup, nextAt: december(9) })).toBe(false);
    const [again] = await store.due({ now: december(3), limit: 1 });
    expect(again.rotationRef).toBe(ENGINEERS);
    expect(await store.settle({ wakeup: again, nextAt: december(9) })).toBe(
      true,
    );
    expect(await store.due({ now: december(8), limit: 1 })).toEqual([]);
  });

  it('remembers since when nobody was reminded when it is tried later', async () => {
    const store = await createStore();
    await store.touch({ rotationRef: ENGINEERS, at: december(3) });
    const [wakeup] = await store.due({ now: december(3), limit: 1 });
    await store.postpone({ wakeup, nextAt: december(5) });
    expect(await store.due({ now: december(4), limit: 1 })).toEqual([]);
    expect(await store.due({ now: december(5), limit: 1 })).toEqual([wakeup]);
  });

  it('wakes a rotation in the transaction that changes it', async () => {
    const database = await migrated(databases, id);
    const store = await KnexRotationWakeupStore.create({ database });
    const due = async () => {
      const [wakeup] = await store.due({ now: december(30), limit: 1 });
      await store.settle({ wakeup, nextAt: december(31) });
      return wakeup.since;
    };

    const versions = await KnexRotationVersionStore.create({ database });
    const version = {
      rotationRef: ENGINEERS,
      number: 0,
      effectiveFrom: december(1),
      plan: {},
      firstShift: 0,
      firstMember: A,
      specHash: 'hash',
      recordedAt: december(2),
    };
    await versions.append({ version });
    expect(await due()).toEqual(december(2));

    const changes = await KnexRotationChangeStore.create({ database });
    const change = coverOf({ requestedAt: december(3) });
    const cover = await changes.propose({ change, expectedRevision: 0 });
    expect(await due()).toEqual(december(3));
    const at = december(4);
    await changes.answer({ id: cover.id, state: 'cancelled', by: B, at });
    expect(await due()).toEqual(at);

    const absences = await KnexAbsenceStore.create({ database });
    const absence = await absences.add({
      absence: {
        rotationRef: ENGINEERS,
        member: A,
        from: '2026-12-24',
        to: '2026-12-28',
        createdBy: A,
        createdAt: december(5),
      },
    });
    expect(await due()).toEqual(december(5));
    await absences.withdraw({ id: absence.id, at: december(6) });
    expect(await due()).toEqual(december(6));
  });
});
