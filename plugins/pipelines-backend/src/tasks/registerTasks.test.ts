import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { SchedulerServiceTaskInvocationDefinition } from '@backstage/backend-plugin-api';
import {
  KnexHandoffStore,
  KnexNotificationOutbox,
  KnexRotationChangeStore,
  KnexRotationWakeupStore,
} from '../database';
import { migrated } from '../database/__testUtils__/backends';
import { A, B, december, swapOf } from '../database/__testUtils__/changes';
import { ChangeNotices } from '../notifications';
import { knownRotation } from '../notifications/__testUtils__/knownRotation';
import { registerTasks } from './registerTasks';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('tasks on %s', id => {
  async function start() {
    const database = await migrated(databases, id);
    const tasks = new Map<string, SchedulerServiceTaskInvocationDefinition>();
    const scheduler = mockServices.scheduler.mock({
      scheduleTask: async task => {
        tasks.set(task.id, task);
      },
    });
    const send = jest.fn();
    const clock = { now: december(1) };
    const changes = await KnexRotationChangeStore.create({ database });
    await registerTasks({
      scheduler,
      logger: mockServices.logger.mock(),
      notifications: { send },
      changes,
      handoffs: await KnexHandoffStore.create({ database }),
      outbox: await KnexNotificationOutbox.create({ database }),
      wakeups: await KnexRotationWakeupStore.create({ database }),
      rotations: { readAsPlugin: async () => knownRotation() },
      announcer: new ChangeNotices(),
      now: () => clock.now,
    });
    const run = async (name: string) => {
      const task = tasks.get(`pipelines-${name}`);
      await task?.fn(new AbortController().signal);
    };
    return { changes, clock, run, send, tasks };
  }

  it('are those that every portal knows by these ids', async () => {
    const { tasks } = await start();
    expect([...tasks.keys()]).toEqual([
      'pipelines-expire-swaps',
      'pipelines-duty-reminders',
      'pipelines-notification-delivery',
      'pipelines-outbox-cleaner',
    ]);
  });

  it('let a swap expire, and tell both, once', async () => {
    const { changes, clock, run, send } = await start();
    const { id: swap } = await changes.propose({
      change: swapOf(),
      expectedRevision: 0,
    });
    await run('expire-swaps');
    expect((await changes.get({ id: swap }))?.state).toBe('proposed');
    clock.now = december(5);
    await run('expire-swaps');
    await run('expire-swaps');
    await run('notification-delivery');
    expect((await changes.get({ id: swap }))?.state).toBe('expired');
    const told = send.mock.calls.map(
      ([{ recipients }]) => recipients.entityRef,
    );
    expect(told.sort()).toEqual([[A], [B]]);
  });

  it('forget what was sent long ago', async () => {
    const { changes, clock, run, send } = await start();
    const { id: swap } = await changes.propose({
      change: swapOf(),
      expectedRevision: 0,
    });
    clock.now = december(5);
    await run('expire-swaps');
    await run('notification-delivery');
    await run('outbox-cleaner');
    expect(send).toHaveBeenCalledTimes(2);
    clock.now = new Date('2027-04-01T00:00Z');
    await run('outbox-cleaner');
    expect((await changes.get({ id: swap }))?.state).toBe('expired');
  });
});
