import { DatabaseService } from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import {
  KnexHandoffStore,
  KnexNotificationOutbox,
  KnexRotationWakeupStore,
} from '../database';
import { migrated, twoMigrated } from '../database/__testUtils__/backends';
import { swap } from '../oncall/__testUtils__/exampleChanges';
import { A, B } from '../oncall/__testUtils__/exampleRotation';
import { ENGINEERS, knownRotation } from './__testUtils__/knownRotation';
import { DutyReminders } from './DutyReminders';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

/** A backend whose clock stands where it is put. */
async function backendOn(database: DatabaseService) {
  const clock = { now: new Date('2026-12-20T00:00Z') };
  const outbox = await KnexNotificationOutbox.create({ database });
  const handoffs = await KnexHandoffStore.create({ database });
  const wakeups = await KnexRotationWakeupStore.create({ database });
  const readAsPlugin = jest.fn(async () => knownRotation());
  const reminders = new DutyReminders({
    wakeups,
    rotations: { readAsPlugin },
    handoffs,
    outbox,
    logger: mockServices.logger.mock(),
    now: () => clock.now,
  });
  const runAt = async (at: string) => {
    clock.now = new Date(at);
    await reminders.run();
  };
  /** What came into the outbox since. */
  const told = async () => {
    const claimed = await outbox.claimDue({
      now: clock.now,
      limit: 100,
      leaseUntil: new Date('2030-01-01T00:00Z'),
      owner: 'test',
    });
    return claimed
      .map(({ recipients, payload }) => `${recipients}: ${payload.title}`)
      .sort();
  };
  return { handoffs, wakeups, readAsPlugin, runAt, told };
}

const at = new Date('2026-12-20T00:00Z');

describe.each(databases.eachSupportedId())('reminders on %s', id => {
  it('come a day before duty, when it starts, and when the handoff is due', async () => {
    const backend = await backendOn(await migrated(databases, id));
    await backend.wakeups.touch({ rotationRef: ENGINEERS, at });
    await backend.runAt('2026-12-20T13:59Z');
    expect(await backend.told()).toEqual([]);
    await backend.runAt('2026-12-20T14:00Z');
    expect(await backend.told()).toEqual([
      `${A}: You are on call from tomorrow: Engineers`,
    ]);
    await backend.runAt('2026-12-21T14:00:30Z');
    expect(await backend.told()).toEqual([
      `${A}: Handoff is due: Engineers`,
      `${A}: Your on-call duty starts: Engineers`,
      'user:default/d: Handoff is due: Engineers',
    ]);
    await backend.runAt('2026-12-21T14:01:30Z');
    expect(await backend.told()).toEqual([]);
  });

  it('cost nothing while nothing is due', async () => {
    const backend = await backendOn(await migrated(databases, id));
    await backend.wakeups.touch({ rotationRef: ENGINEERS, at });
    for (const minute of ['10', '11', '12']) {
      await backend.runAt(`2026-12-20T00:${minute}Z`);
    }
    expect(backend.readAsPlugin).toHaveBeenCalledTimes(1);
  });

  it('follow a change at once', async () => {
    const backend = await backendOn(await migrated(databases, id));
    await backend.wakeups.touch({ rotationRef: ENGINEERS, at });
    await backend.runAt('2026-12-20T01:00Z');
    backend.readAsPlugin.mockResolvedValue(knownRotation({ swaps: [swap()] }));
    await backend.wakeups.touch({
      rotationRef: ENGINEERS,
      at: new Date('2026-12-20T02:00Z'),
    });
    await backend.runAt('2026-12-20T02:00Z');
    await backend.runAt('2026-12-20T14:00Z');
    expect(await backend.told()).toEqual([
      `${B}: You are on call from tomorrow: Engineers`,
    ]);
  });

  it('are sent once when two backends look at once', async () => {
    const [one, other] = await Promise.all(
      (await twoMigrated(databases, id)).map(backendOn),
    );
    await one.wakeups.touch({ rotationRef: ENGINEERS, at });
    await Promise.all([
      one.runAt('2026-12-21T14:00Z'),
      other.runAt('2026-12-21T14:00Z'),
    ]);
    expect(await one.told()).toHaveLength(3);
    expect(await other.told()).toEqual([]);
  });

  it('are not sent late when they have lost their use', async () => {
    const backend = await backendOn(await migrated(databases, id));
    await backend.wakeups.touch({ rotationRef: ENGINEERS, at });
    await backend.runAt('2026-12-26T00:00Z');
    expect(await backend.told()).toEqual([
      `${A}: Your on-call duty starts: Engineers`,
    ]);
  });

  it('do not remind of a handoff that is done', async () => {
    const backend = await backendOn(await migrated(databases, id));
    const done = { by: A, at };
    await backend.handoffs.save({
      handoff: {
        rotationRef: ENGINEERS,
        shiftNumber: 48,
        notes: '',
        checklist: [],
        openIssues: [],
        doneByIncoming: done,
        doneByOutgoing: done,
      },
      expectedRevision: 0,
    });
    await backend.wakeups.touch({ rotationRef: ENGINEERS, at });
    await backend.runAt('2026-12-21T14:00Z');
    expect(await backend.told()).toEqual([
      `${A}: Your on-call duty starts: Engineers`,
    ]);
  });

  it('try again when a rotation cannot be read, and lose nothing', async () => {
    const backend = await backendOn(await migrated(databases, id));
    await backend.wakeups.touch({ rotationRef: ENGINEERS, at });
    backend.readAsPlugin.mockRejectedValueOnce(
      new Error('The catalog is away'),
    );
    await backend.runAt('2026-12-20T14:00Z');
    expect(await backend.told()).toEqual([]);
    await backend.runAt('2026-12-20T15:00Z');
    expect(await backend.told()).toEqual([
      `${A}: You are on call from tomorrow: Engineers`,
    ]);
  });

  it('look seldom for a rotation that is gone, and find it when it is back', async () => {
    const backend = await backendOn(await migrated(databases, id));
    await backend.wakeups.touch({ rotationRef: ENGINEERS, at });
    backend.readAsPlugin.mockRejectedValue(new NotFoundError('gone'));
    for (const hour of ['01:00', '01:30', '02:00']) {
      await backend.runAt(`2026-12-20T${hour}Z`);
    }
    expect(backend.readAsPlugin).toHaveBeenCalledTimes(2);
    await backend.runAt('2026-12-21T12:00Z');
    await backend.runAt('2026-12-22T11:00Z');
    expect(backend.readAsPlugin).toHaveBeenCalledTimes(3);
    backend.readAsPlugin.mockResolvedValue(knownRotation());
    await backend.runAt('2026-12-22T12:00Z');
    expect(await backend.told()).toContain(
      `${A}: Your on-call duty starts: Engineers`,
    );
  });
});
