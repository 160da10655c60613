import {
  LoggerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { isError, toError } from '@backstage/errors';
import {
  HandoffStore,
  NotificationOutbox,
  RotationWakeup,
  RotationWakeupStore,
} from '../database';
import { Clock } from '../rotations/Clock';
import { KnownRotation } from '../rotations/KnownRotation';
import { RotationService } from '../rotations/RotationService';
import { DutyMoment, dutyMoments } from './dutyMoments';
import { toMessage } from './notice';
import { reminderNotices } from './reminderNotices';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Of what is older nobody needs to hear: a backend was down for long. */
const LOOKED_BACK_MS = 14 * DAY_MS;
/** How far to look for the next moment; without one, to look again then. */
const LOOKED_AHEAD_MS = DAY_MS;
const BATCH = 50;
const RUN_MS = 10 * 60_000;

/**
 * Reminds people of their duty. A rotation is looked at only when something is
 * to be told, when it was changed, or after a day; the outbox knows each message
 * by its key, so that looking twice tells nobody twice.
 */
export class DutyReminders {
  /** When it runs: one backend at a time, though two would do no harm. */
  static readonly schedule: SchedulerServiceTaskScheduleDefinition = {
    frequency: { minutes: 1 },
    timeout: { minutes: 20 },
    initialDelay: { seconds: 10 },
  };

  readonly #wakeups: RotationWakeupStore;
  readonly #rotations: Pick<RotationService, 'readAsPlugin'>;
  readonly #handoffs: HandoffStore;
  readonly #outbox: NotificationOutbox;
  readonly #logger: LoggerService;
  readonly #now: Clock;

  constructor(options: {
    wakeups: RotationWakeupStore;
    rotations: Pick<RotationService, 'readAsPlugin'>;
    handoffs: HandoffStore;
    outbox: NotificationOutbox;
    logger: LoggerService;
    now: Clock;
  }) {
    this.#wakeups = options.wakeups;
    this.#rotations = options.rotations;
    this.#handoffs = options.handoffs;
    this.#outbox = options.outbox;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Looks at the rotations that are due until none is. */
  async run(signal?: AbortSignal): Promise<void> {
    const until = this.#now().getTime() + RUN_MS;
    let due: RotationWakeup[];
    do {
      due = await this.#wakeups.due({ now: this.#now(), limit: BATCH });
      for (const wakeup of due) {
        if (signal?.aborted) return;
        await this.#look(wakeup);
      }
    } while (due.length === BATCH && this.#now().getTime() < until);
  }

  async #look(wakeup: RotationWakeup): Promise<void> {
    const now = this.#now();
    try {
      const rotation = await this.#rotations.readAsPlugin({
        ref: wakeup.rotationRef,
      });
      await this.#remind(rotation, wakeup, now);
      await this.#wakeups.settle({ wakeup, nextAt: this.#next(rotation, now) });
    } catch (error) {
      // One that is gone may come back as it was, and nothing would tell us.
      const isGone = isError(error) && error.name === 'NotFoundError';
      const isLongGone = +now - +wakeup.since > DAY_MS;
      const pause = isGone && isLongGone ? DAY_MS : HOUR_MS;
      await this.#wakeups.postpone({
        wakeup,
        nextAt: new Date(now.getTime() + pause),
      });
      if (isGone) return;
      this.#logger.warn(
        `Nobody was reminded of ${wakeup.rotationRef}`,
        toError(error),
      );
    }
  }

  async #remind(
    rotation: KnownRotation,
    wakeup: RotationWakeup,
    now: Date,
  ): Promise<void> {
    const oldest = now.getTime() - LOOKED_BACK_MS;
    const from = new Date(Math.max(wakeup.since.getTime(), oldest));
    const to = new Date(now.getTime() + 1);
    for (const moment of dutyMoments(rotation.state, from, to)) {
      if (await this.#isDone(rotation, moment)) continue;
      for (const notice of reminderNotices({ rotation, moment, now })) {
        await this.#outbox.enqueue(toMessage(notice, now));
      }
    }
  }

  async #isDone({ ref }: KnownRotation, moment: DutyMoment): Promise<boolean> {
    if (moment.kind !== 'handoff') return false;
    const handoff = await this.#handoffs.get({
      rotationRef: ref,
      shiftNumber: moment.handoff.number,
    });
    return Boolean(handoff?.doneByOutgoing && handoff.doneByIncoming);
  }

  #next({ state }: KnownRotation, now: Date): Date {
    const horizon = new Date(now.getTime() + LOOKED_AHEAD_MS);
    const [next] = dutyMoments(state, new Date(now.getTime() + 1), horizon);
    return next?.at ?? horizon;
  }
}
