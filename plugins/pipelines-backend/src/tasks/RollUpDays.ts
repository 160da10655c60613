import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { MeasurementStore } from '../database';
import { Clock } from '../rotations/Clock';

const BATCH = 200;
// A day, and an hour more for what is under way at midnight.
const WAIT_MS = 25 * 3_600_000;

/**
 * Sums up the figures of days that are past, so that a chart over a year reads a
 * row for each day. Yesterday waits: what was sent at midnight is still coming,
 * and the writers count on it.
 */
export class RollUpDays {
  /** When it runs: one backend at a time. */
  static readonly schedule: SchedulerServiceTaskScheduleDefinition = {
    frequency: { hours: 1 },
    timeout: { minutes: 55 },
    initialDelay: { minutes: 2 },
  };

  readonly #measurements: Pick<MeasurementStore, 'rollUp'>;
  readonly #now: Clock;

  constructor(options: {
    measurements: Pick<MeasurementStore, 'rollUp'>;
    now: Clock;
  }) {
    this.#measurements = options.measurements;
    this.#now = options.now;
  }

  /** A few at a time, until nothing is left. */
  async run(signal: AbortSignal): Promise<void> {
    const now = this.#now();
    const before = new Date(+now - WAIT_MS);
    let rolled: number;
    do {
      rolled = await this.#measurements.rollUp({ before, limit: BATCH, now });
    } while (rolled === BATCH && !signal.aborted);
  }
}
