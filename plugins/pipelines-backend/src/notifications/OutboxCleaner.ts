import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { NotificationOutbox } from '../database';
import { Clock } from '../rotations/Clock';

const DAY_MS = 86_400_000;
/** Reminders look back two weeks: their keys must be known for longer. */
const KEPT_DAYS = 90;
const BATCH = 1_000;

/** Forgets messages that were sent or given up long ago. */
export class OutboxCleaner {
  /** When it runs: one backend at a time. */
  static readonly schedule: SchedulerServiceTaskScheduleDefinition = {
    frequency: { hours: 6 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 2 },
  };

  readonly #outbox: NotificationOutbox;
  readonly #now: Clock;

  constructor(options: { outbox: NotificationOutbox; now: Clock }) {
    this.#outbox = options.outbox;
    this.#now = options.now;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const before = new Date(this.#now().getTime() - KEPT_DAYS * DAY_MS);
    let deleted: number;
    do {
      deleted = await this.#outbox.deleteClosedBefore({ before, limit: BATCH });
    } while (deleted === BATCH && !signal?.aborted);
  }
}
