import { SignalsService } from '@backstage/plugin-signals-node';
import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  INGEST_SIGNAL_CHANNEL,
  INGEST_SIGNAL_MOST_IDS as MOST_IDS,
  IngestSignal,
} from '@techflow/backstage-plugin-pipelines-common';

const EVERY_MS = 1_000;

/** Tells open pages that something came in, at most once a second. */
export class IngestSignals {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  #jobIds = new Set<string>();
  #seriesIds = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: { signals: SignalsService; logger: LoggerService }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  /** These were heard of. Never waits, never fails. */
  tell(heard: {
    jobIds?: readonly string[];
    seriesIds?: readonly number[];
  }): void {
    for (const id of heard.jobIds ?? []) {
      if (this.#jobIds.size < MOST_IDS) this.#jobIds.add(id);
    }
    for (const id of heard.seriesIds ?? []) {
      if (this.#seriesIds.size < MOST_IDS) this.#seriesIds.add(String(id));
    }
    if (this.#jobIds.size + this.#seriesIds.size === 0) return;
    this.#timer ??= setTimeout(() => this.#publish(), EVERY_MS).unref();
  }

  #publish(): void {
    const message: IngestSignal = {
      jobIds: [...this.#jobIds],
      seriesIds: [...this.#seriesIds],
    };
    this.#timer = undefined;
    this.#jobIds = new Set();
    this.#seriesIds = new Set();
    this.#signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: INGEST_SIGNAL_CHANNEL,
        message: { ...message },
      })
      .catch(error =>
        this.#logger.debug('Pages could not be told', toError(error)),
      );
  }
}
