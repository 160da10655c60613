import {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import {
  HandoffStore,
  NotificationOutbox,
  RotationChangeStore,
  RotationWakeupStore,
} from '../database';
import {
  ChangeAnnouncer,
  DutyReminders,
  NotificationDelivery,
  OutboxCleaner,
} from '../notifications';
import { Clock } from '../rotations/Clock';
import { RotationService } from '../rotations/RotationService';
import { ExpireSwaps } from './ExpireSwaps';

interface Job {
  run(signal: AbortSignal): Promise<void>;
}

/** What the tasks of this plugin need. */
export interface TaskOptions {
  scheduler: SchedulerService;
  logger: LoggerService;
  notifications: NotificationService;
  changes: RotationChangeStore;
  handoffs: HandoffStore;
  outbox: NotificationOutbox;
  wakeups: RotationWakeupStore;
  rotations: Pick<RotationService, 'readAsPlugin'>;
  announcer: ChangeAnnouncer;
  now: Clock;
}

/** Has the scheduler of Backstage run what this plugin does by itself. */
export async function registerTasks(options: TaskOptions): Promise<void> {
  const { scheduler } = options;
  const register = (
    id: string,
    schedule: SchedulerServiceTaskScheduleDefinition,
    job: Job,
  ) =>
    scheduler.scheduleTask({
      id,
      ...schedule,
      fn: signal => job.run(signal),
    });
  // The ids are in the scheduler's table of every portal: they stay.
  await register(
    'pipelines-expire-swaps',
    ExpireSwaps.schedule,
    new ExpireSwaps(options),
  );
  await register(
    'pipelines-duty-reminders',
    DutyReminders.schedule,
    new DutyReminders(options),
  );
  await register(
    'pipelines-notification-delivery',
    NotificationDelivery.schedule,
    new NotificationDelivery(options),
  );
  await register(
    'pipelines-outbox-cleaner',
    OutboxCleaner.schedule,
    new OutboxCleaner(options),
  );
}
