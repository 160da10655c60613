import { LifecycleService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JournalStore, HeardRefusal, HeardSender } from '../database';
import { Clock } from '../rotations/Clock';

const FLUSH_MS = 2_000;
// A sender that never sends the same wrong thing twice must not fill anything.
const MOST_REFUSALS = 500;
const LONGEST_REASON = 500;

/**
 * Counts who sends what, and why something was not kept, and writes that down
 * every few seconds: it is for people who look, and worth no write for each event.
 */
export class IngestJournal {
  readonly #store: JournalStore;
  readonly #logger: LoggerService;
  readonly #now: Clock;
  #senders = new Map<string, HeardSender>();
  #refusals = new Map<string, HeardRefusal>();

  constructor(options: {
    journal: JournalStore;
    logger: LoggerService;
    now: Clock;
  }) {
    this.#store = options.journal;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Writes down until the plugin is shut down. */
  start(lifecycle: LifecycleService): void {
    const timer = setInterval(() => this.flush(), FLUSH_MS).unref();
    lifecycle.addShutdownHook(async () => {
      clearInterval(timer);
      await this.flush();
    });
  }

  /** Items of a sender were stored, or not. */
  count(options: {
    sender: string;
    route: string;
    stored: number;
    refused: number;
  }): void {
    const { sender, route, stored, refused } = options;
    const name = `${route} ${sender}`;
    const other = this.#senders.get(name);
    this.#senders.set(name, {
      sender,
      route,
      stored: stored + (other?.stored ?? 0),
      refused: refused + (other?.refused ?? 0),
      at: this.#now(),
    });
  }

  /** Something of a sender was not kept. */
  refuse(options: {
    sender: string;
    route: string;
    of: 'item' | 'facet';
    reason: string;
  }): void {
    const reason = options.reason
      .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
      .slice(0, LONGEST_REASON);
    const name = `${options.route} ${options.of} ${options.sender} ${reason}`;
    const other = this.#refusals.get(name);
    if (!other && this.#refusals.size >= MOST_REFUSALS) return;
    const count = 1 + (other?.count ?? 0);
    this.#refusals.set(name, { ...options, reason, count, at: this.#now() });
  }

  /** Writes down what was counted since; keeps it when that fails. */
  async flush(): Promise<void> {
    const senders = this.#senders;
    const refusals = this.#refusals;
    if (senders.size === 0 && refusals.size === 0) return;
    this.#senders = new Map();
    this.#refusals = new Map();
    try {
      await this.#store.add({
        senders: [...senders.values()],
        refusals: [...refusals.values()],
      });
    } catch (error) {
      this.#logger.warn('The journal could not be written', toError(error));
      senders.forEach(each => this.count(each));
      refusals.forEach((each, name) => {
        const since = this.#refusals.get(name);
        const count = each.count + (since?.count ?? 0);
        this.#refusals.set(name, { ...each, ...since, count });
      });
    }
  }
}
