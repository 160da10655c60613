import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  LoggerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { ClaimedMessage, NotificationOutbox } from '../database';
import { Clock } from '../rotations/Clock';
import { readPayload, scopeOf } from './notice';

const MINUTE_MS = 60_000;
const BATCH = 10;
/** How long one message may take; ours to say, for `send` waits for ever. */
const SEND_MS = 20_000;
/** Longer than a whole batch may take. */
const LEASE_MS = 5 * MINUTE_MS;
/** How long one run goes on claiming. */
const RUN_MS = 5 * MINUTE_MS;
/** About half a day: 1, 2, 4 … minutes, and then an hour each time. */
const ATTEMPTS = 16;
const LONGEST_PAUSE_MS = 60 * MINUTE_MS;

/** How long to wait after the nth attempt failed. */
function pauseAfter(attempts: number): number {
  return Math.min(MINUTE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
}

/**
 * Sends what is due in the outbox through the notifications of Backstage.
 *
 * @remarks
 *
 * A message is sent by whoever claimed it, and the outbox gives it to one backend
 * at a time. What remains is a backend that dies, or waits too long, between
 * sending and noting that it sent: the message is then sent once more. Its key is
 * the scope of the notification, so the notifications backend updates the one it
 * has, marks it unread, and nobody has two. A processor that passes
 * notifications on, such as one for e-mail, would pass it on a second time.
 */
export class NotificationDelivery {
  /** When it runs: one backend at a time, though two would do no harm. */
  static readonly schedule: SchedulerServiceTaskScheduleDefinition = {
    frequency: { minutes: 1 },
    timeout: { minutes: 15 },
    initialDelay: { seconds: 10 },
  };

  readonly #outbox: NotificationOutbox;
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;
  readonly #now: Clock;
  readonly #owner = randomUUID();

  constructor(options: {
    outbox: NotificationOutbox;
    notifications: NotificationService;
    logger: LoggerService;
    now: Clock;
  }) {
    this.#outbox = options.outbox;
    this.#notifications = options.notifications;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Sends until nothing is due. A failure is noted, and waits for its retry. */
  async run(signal?: AbortSignal): Promise<void> {
    const until = this.#now().getTime() + RUN_MS;
    const failures: string[] = [];
    let claimed: ClaimedMessage[];
    do {
      const now = this.#now();
      claimed = await this.#outbox.claimDue({
        now,
        limit: BATCH,
        leaseUntil: new Date(now.getTime() + LEASE_MS),
        owner: this.#owner,
      });
      for (const message of claimed) {
        const failure = await this.#deliver(message);
        if (failure !== undefined) failures.push(failure);
      }
    } while (
      claimed.length === BATCH &&
      !signal?.aborted &&
      this.#now().getTime() < until
    );
    if (failures.length > 0) {
      this.#logger.warn(
        `${failures.length} notifications were not sent, the first because: ${failures[0]}`,
      );
    }
  }

  /** @returns why it was not sent; undefined if it was */
  async #deliver(message: ClaimedMessage): Promise<string | undefined> {
    const { key, attempts } = message;
    try {
      await this.#send(message);
    } catch (error) {
      const failure = toError(error).message;
      await this.#noteFailure(message, failure);
      return failure;
    }
    // Not in the same `try`: what was sent did not fail.
    await this.#outbox.markSent({ key, at: this.#now() });
    if (attempts > 1) this.#logger.debug(`Sent at attempt ${attempts}: ${key}`);
    return undefined;
  }

  async #send({ key, recipients, payload }: ClaimedMessage): Promise<void> {
    const timeout = new AbortController();
    try {
      await Promise.race([
        this.#notifications.send({
          recipients: { type: 'entity', entityRef: [...recipients] },
          payload: { ...readPayload(payload), scope: scopeOf(key) },
        }),
        pause(SEND_MS, undefined, { signal: timeout.signal, ref: false }).then(
          () => {
            throw new Error(`no answer within ${SEND_MS / 1000} seconds`);
          },
        ),
      ]);
    } finally {
      timeout.abort();
    }
  }

  async #noteFailure(
    { key, attempts }: ClaimedMessage,
    error: string,
  ): Promise<void> {
    const at = this.#now();
    const isLast = attempts >= ATTEMPTS;
    if (isLast) this.#logger.error(`Given up after ${attempts} times: ${key}`);
    await this.#outbox.markFailed({
      key,
      owner: this.#owner,
      error,
      at,
      ...(!isLast && {
        retryAt: new Date(at.getTime() + pauseAfter(attempts)),
      }),
    });
  }
}
