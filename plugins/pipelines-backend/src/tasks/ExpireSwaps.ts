import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { RotationChangeStore } from '../database';
import { ChangeAnnouncer } from '../notifications';
import { Clock } from '../rotations/Clock';

const BATCH = 100;

/** Lets proposed swaps expire that nobody answered in time. */
export class ExpireSwaps {
  /** When it runs: one backend at a time, though two would do no harm. */
  static readonly schedule: SchedulerServiceTaskScheduleDefinition = {
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 10 },
  };

  readonly #changes: RotationChangeStore;
  readonly #announcer: ChangeAnnouncer;
  readonly #now: Clock;

  constructor(options: {
    changes: RotationChangeStore;
    announcer: ChangeAnnouncer;
    now: Clock;
  }) {
    this.#changes = options.changes;
    this.#announcer = options.announcer;
    this.#now = options.now;
  }

  async run(signal?: AbortSignal): Promise<void> {
    let expired: number;
    do {
      const turned = await this.#changes.expireDue({
        now: this.#now(),
        limit: BATCH,
        announce: this.#announcer.expired,
      });
      expired = turned.length;
    } while (expired === BATCH && !signal?.aborted);
  }
}
