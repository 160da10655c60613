import { ServiceUnavailableError } from '@backstage/errors';

interface Waiting<T> {
  readonly items: readonly T[];
  readonly weight: number;
  resolve(): void;
  reject(error: Error): void;
}

/** How much may wait, and for how long. */
export interface GroupCommitLimits {
  /** Items that are written together at most. */
  readonly itemsTogether: number;
  /** Transactions under way at once: while one waits for the disk, another works. */
  readonly transactions: number;
  /** Weight (bytes) of all that waits at most; more is answered 503. */
  readonly weightWaiting: number;
  /**
   * Milliseconds until a caller is told 503, although his items may still be
   * written: clients give up after 5 seconds, and send again what is harmless.
   */
  readonly patience: number;
}

const LIMITS: GroupCommitLimits = {
  itemsTogether: 500,
  transactions: 2,
  weightWaiting: 128 * 1024 * 1024,
  patience: 4_000,
};

/**
 * Writes what many callers bring in common transactions: whatever comes while
 * one is under way goes into the next. A caller hears of it when his items are
 * committed, never earlier.
 */
export class GroupCommit<T> {
  readonly #write: (items: readonly T[]) => Promise<void>;
  readonly #onFailure: (error: unknown) => void;
  readonly #limits: GroupCommitLimits;
  #waiting: Waiting<T>[] = [];
  #weight = 0;
  readonly #working = new Set<Promise<void>>();
  #active = 0;

  constructor(options: {
    /** One transaction. */
    write: (items: readonly T[]) => Promise<void>;
    /** Hears why a transaction failed; callers are not told. */
    onFailure: (error: unknown) => void;
    limits?: Partial<GroupCommitLimits>;
  }) {
    this.#write = options.write;
    this.#onFailure = options.onFailure;
    this.#limits = { ...LIMITS, ...options.limits };
  }

  /**
   * Resolves when the items are committed.
   *
   * @param options - `weight` is the size of the items, in bytes
   * @throws ServiceUnavailableError when they are not, for now
   */
  add(options: { items: readonly T[]; weight: number }): Promise<void> {
    const { items, weight } = options;
    if (items.length === 0) return Promise.resolve();
    if (
      this.#weight + weight > this.#limits.weightWaiting &&
      this.#weight > 0
    ) {
      return Promise.reject(
        new ServiceUnavailableError('Too much is waiting to be stored'),
      );
    }
    this.#weight += weight;
    const stored = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new ServiceUnavailableError('Storing takes too long')),
        this.#limits.patience,
      );
      this.#waiting.push({
        items,
        weight,
        resolve: () => {
          clearTimeout(timer);
          resolve();
        },
        reject: error => {
          clearTimeout(timer);
          reject(error);
        },
      });
    });
    this.#start();
    return stored;
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    await Promise.all(this.#working);
  }

  #start(): void {
    if (this.#active >= this.#limits.transactions) return;
    this.#active += 1;
    const work = this.#work();
    this.#working.add(work);
    work.then(() => this.#working.delete(work));
  }

  async #work(): Promise<void> {
    // Requests that were read in the same turn of the event loop go together.
    await new Promise(resolve => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#commit(this.#take());
    // In the same turn in which nothing waits, or what comes now would wait for
    // nobody.
    this.#active -= 1;
  }

  #take(): Waiting<T>[] {
    const { itemsTogether } = this.#limits;
    let count = 0;
    let end = 0;
    while (end < this.#waiting.length) {
      count += this.#waiting[end].items.length;
      if (count > itemsTogether && end > 0) break;
      end += 1;
    }
    return this.#waiting.splice(0, end);
  }

  async #commit(group: Waiting<T>[]): Promise<void> {
    try {
      await this.#write(group.flatMap(({ items }) => items));
      group.forEach(each => this.#settle(each));
    } catch (error) {
      this.#onFailure(error);
      if (group.length > 1) await this.#commitAlone(group);
      else this.#refuse(group[0]);
    }
  }

  // What one caller brought must not harm the others. When two in a row fail as
  // well it is the database, and asking it for each of the rest takes too long.
  async #commitAlone(group: Waiting<T>[]): Promise<void> {
    let failures = 0;
    for (const each of group) {
      if (failures === 2) {
        this.#refuse(each);
        continue;
      }
      try {
        await this.#write(each.items);
        failures = 0;
        this.#settle(each);
      } catch (error) {
        failures += 1;
        this.#onFailure(error);
        this.#refuse(each);
      }
    }
  }

  #settle(each: Waiting<T>): void {
    this.#weight -= each.weight;
    each.resolve();
  }

  #refuse(each: Waiting<T>): void {
    this.#weight -= each.weight;
    each.reject(new ServiceUnavailableError('It could not be stored for now'));
  }
}
