import { TestDatabases } from '@backstage/backend-test-utils';
import { migrated, twoMigrated } from '../__testUtils__/backends';
import { KnexRotationVersionStore } from './KnexRotationVersionStore';
import { RotationVersion } from './RotationVersionStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const ENGINEERS = 'rotation:default/engineers';
const ANALYSTS = 'rotation:default/analysts';

function versionOf(other: Partial<RotationVersion> = {}): RotationVersion {
  return {
    rotationRef: ENGINEERS,
    number: 0,
    effectiveFrom: new Date('2026-11-23T14:00:00.000Z'),
    plan: { type: 'weekly', members: ['user:default/a', 'user:default/ä'] },
    firstShift: 0,
    firstMember: 'user:default/a',
    specHash: 'abc',
    recordedAt: new Date('2026-11-22T10:11:12.013Z'),
    ...other,
  };
}

describe.each(databases.eachSupportedId())('versions on %s', id => {
  async function createStore() {
    return KnexRotationVersionStore.create({
      database: await migrated(databases, id),
    });
  }

  it('come back as they were recorded, by number', async () => {
    const store = await createStore();
    const versions = [0, 1, 2, 10].map(number => versionOf({ number }));
    for (const version of [...versions].reverse()) {
      await store.append({ version });
    }
    expect(await store.list({ rotationRef: ENGINEERS })).toEqual(versions);
  });

  it('are read for many rotations at once, with none where none are', async () => {
    const store = await createStore();
    const engineers = [versionOf(), versionOf({ number: 1 })];
    const analysts = [versionOf({ rotationRef: ANALYSTS })];
    for (const version of [...engineers, ...analysts]) {
      await store.append({ version });
    }
    expect(
      await store.listMany({ rotationRefs: [ANALYSTS, ENGINEERS, 'unknown'] }),
    ).toEqual(
      new Map([
        [ANALYSTS, analysts],
        [ENGINEERS, engineers],
        ['unknown', []],
      ]),
    );
  });

  it('are never replaced', async () => {
    const store = await createStore();
    expect(await store.append({ version: versionOf() })).toBe(true);
    expect(
      await store.append({ version: versionOf({ specHash: 'other' }) }),
    ).toBe(false);
    expect(await store.list({ rotationRef: ENGINEERS })).toEqual([versionOf()]);
  });

  it('report a fault that is no lost race', async () => {
    const store = await createStore();
    const effectiveFrom = new Date('+012026-01-01T00:00:00Z');
    await expect(
      store.append({ version: versionOf({ effectiveFrom }) }),
    ).rejects.toThrow('too far away');
  });

  it('are appended once by two backends at the same moment', async () => {
    const stores = await Promise.all(
      (
        await twoMigrated(databases, id)
      ).map(database => KnexRotationVersionStore.create({ database })),
    );
    for (let number = 0; number < 20; number++) {
      const appended = await Promise.all(
        stores.map((store, index) =>
          store.append({
            version: versionOf({ number, specHash: `backend ${index}` }),
          }),
        ),
      );
      expect(appended.filter(Boolean)).toHaveLength(1);
    }
    expect(await stores[0].list({ rotationRef: ENGINEERS })).toHaveLength(20);
  });
});
