import {
  LoggerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JudgingStore } from '../database/judging/JudgingStore';
import { Clock } from '../rotations/Clock';

const ARRIVALS_TOGETHER = 2_000;
const RULES_TOGETHER = 1_000;
// What comes in together is judged together.
const PAUSE_MS = 250;

/**
 * Judges what is due: soon after something came in, and every few seconds for
 * what time alone makes due. Every backend does; each rule is one backend's at a
 * time. One indexed query if nothing is due.
 */
export class Judging {
  /** In every backend, by itself. */
  static readonly schedule: SchedulerServiceTaskScheduleDefinition = {
    frequency: { seconds: 5 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 3 },
    scope: 'local',
  };

  readonly #store: Pick<JudgingStore, 'isAnythingDue' | 'touch' | 'judgeDue'>;
  readonly #signals: { tell(pipelineRefs: readonly string[]): void };
  readonly #logger: LoggerService;
  readonly #kept: number;
  readonly #now: Clock;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> | undefined;
  #isStopped = false;

  constructor(options: {
    judging: Pick<JudgingStore, 'isAnythingDue' | 'touch' | 'judgeDue'>;
    signals: { tell(pipelineRefs: readonly string[]): void };
    logger: LoggerService;
    /** Milliseconds for which facts are kept: what is older stays as judged. */
    kept: number;
    now: Clock;
  }) {
    this.#store = options.judging;
    this.#signals = options.signals;
    this.#logger = options.logger;
    this.#kept = options.kept;
    this.#now = options.now;
  }

  /** The earliest instant that can be judged again at a time. */
  readonly oldest = (now: Date): Date =>
    // Nothing is from before 1970, however long it is kept.
    new Date(Math.max(0, +now - this.#kept));

  /** Something came in. Never waits, never fails. */
  nudge(): void {
    if (this.#isStopped) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.run().catch(error =>
        this.#logger.error('Promises could not be judged', toError(error)),
      );
    }, PAUSE_MS).unref();
  }

  /** Judges until nothing is due. Of several calls at once all wait for one. */
  async run(signal?: AbortSignal): Promise<void> {
    this.#working ??= this.#work(signal).finally(() => {
      this.#working = undefined;
    });
    await this.#working;
  }

  /** Resolves when nothing is under way any more, and nothing will be. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#working?.catch(() => {});
  }

  async #work(signal?: AbortSignal): Promise<void> {
    let isMore = await this.#store.isAnythingDue({ now: this.#now() });
    while (isMore && !signal?.aborted && !this.#isStopped) {
      const now = this.#now();
      const touched = await this.#store.touch({
        now,
        limit: ARRIVALS_TOGETHER,
      });
      const { rules, pipelineRefs, failures } = await this.#store.judgeDue({
        now,
        limit: RULES_TOGETHER,
        floor: this.oldest(now),
      });
      for (const { pipelineRef, rule, error } of failures) {
        this.#logger.error(
          `${rule} of ${pipelineRef} could not be judged`,
          error,
        );
      }
      this.#signals.tell(pipelineRefs);
      isMore = touched === ARRIVALS_TOGETHER || rules > 0;
    }
  }
}
