/**
 * Does something again whenever it is wanted: at once, but not more often than
 * every so many milliseconds. Whatever is wanted meanwhile is done once, later,
 * and never lost.
 */
export class Renewal {
  readonly #renew: () => Promise<void>;
  readonly #everyMs: number;
  #isWanted = false;
  #isBusy = false;
  #isStopped = false;

  constructor(options: { renew: () => Promise<void>; everyMs: number }) {
    this.#renew = options.renew;
    this.#everyMs = options.everyMs;
  }

  /** `renew` must not fail: it says itself what went wrong. */
  want(): void {
    this.#isWanted = true;
    if (!this.#isBusy) this.#work();
  }

  /** Nothing is begun from now on. */
  stop(): void {
    this.#isStopped = true;
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    while (this.#isWanted && !this.#isStopped) {
      this.#isWanted = false;
      await Promise.all([this.#renew(), this.#pause()]);
    }
    this.#isBusy = false;
  }

  #pause(): Promise<void> {
    return new Promise(resolve => {
      setTimeout(resolve, this.#everyMs);
    });
  }
}
