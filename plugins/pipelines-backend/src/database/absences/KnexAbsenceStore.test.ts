import { TestDatabases } from '@backstage/backend-test-utils';
import { migrated } from '../__testUtils__/backends';
import { NewAbsence } from './AbsenceStore';
import { KnexAbsenceStore } from './KnexAbsenceStore';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const ENGINEERS = 'rotation:default/engineers';

function absenceOf(other: Partial<NewAbsence> = {}): NewAbsence {
  return {
    rotationRef: ENGINEERS,
    member: 'user:default/a',
    from: '2026-12-22',
    to: '2026-12-29',
    note: 'Skiing ⛷',
    createdBy: 'user:default/a',
    createdAt: new Date('2026-11-22T10:11:12.013Z'),
    ...other,
  };
}

describe.each(databases.eachSupportedId())('absences on %s', id => {
  async function createStore() {
    return KnexAbsenceStore.create({ database: await migrated(databases, id) });
  }

  it('come back as they were noted, with an id', async () => {
    const store = await createStore();
    const added = await store.add({ absence: absenceOf() });
    expect(added).toEqual({ ...absenceOf(), id: expect.any(String) });
    expect(await store.get({ id: added.id })).toEqual(added);
  });

  it('need no note', async () => {
    const store = await createStore();
    const { note, ...absence } = absenceOf();
    const added = await store.add({ absence });
    expect(await store.get({ id: added.id })).toStrictEqual(added);
  });

  it('remember that they were read from a calendar', async () => {
    const store = await createStore();
    const absence = absenceOf({ fromCalendar: true });
    const { id: added } = await store.add({ absence });
    expect(await store.get({ id: added })).toMatchObject({
      fromCalendar: true,
    });
  });

  it('are listed by first day, for one rotation', async () => {
    const store = await createStore();
    const may = await store.add({
      absence: absenceOf({ from: '2027-05-01', to: '2027-05-02' }),
    });
    const december = await store.add({ absence: absenceOf() });
    await store.add({
      absence: absenceOf({ rotationRef: 'rotation:default/analysts' }),
    });
    expect(await store.list({ rotationRef: ENGINEERS })).toEqual([
      december,
      may,
    ]);
  });

  it('are listed for many rotations at once', async () => {
    const store = await createStore();
    const december = await store.add({ absence: absenceOf() });
    const analysts = 'rotation:default/analysts';
    expect(
      await store.listMany({ rotationRefs: [ENGINEERS, analysts] }),
    ).toEqual(
      new Map([
        [ENGINEERS, [december]],
        [analysts, []],
      ]),
    );
  });

  it.each([
    { from: '2026-12-21', listed: 1, because: 'has not begun' },
    { from: '2026-12-29', listed: 1, because: 'lasts through its last day' },
    { from: '2026-12-30', listed: 0, because: 'is over' },
  ])('from $from: the absence $because', async ({ from, listed }) => {
    const store = await createStore();
    await store.add({ absence: absenceOf() });
    expect(await store.list({ rotationRef: ENGINEERS, from })).toHaveLength(
      listed,
    );
  });

  it('are taken back once, and remain known', async () => {
    const store = await createStore();
    const added = await store.add({ absence: absenceOf() });
    const at = new Date('2026-12-01T00:00:00.000Z');
    expect(await store.withdraw({ id: added.id, at })).toBe(true);
    const later = new Date('2026-12-02T00:00:00.000Z');
    expect(await store.withdraw({ id: added.id, at: later })).toBe(false);
    expect(await store.list({ rotationRef: ENGINEERS })).toEqual([
      { ...added, withdrawnAt: at },
    ]);
  });

  it('are unknown unless they were noted', async () => {
    const store = await createStore();
    expect(await store.get({ id: 'unknown' })).toBeUndefined();
  });
});
