import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  SLA_SIGNAL_CHANNEL,
  SLA_SIGNAL_MOST_PIPELINES as MOST_PIPELINES,
} from '@techflow/backstage-plugin-pipelines-common';
import { hashOf } from '../ingest/hashOf';

const EVERY_MS = 1_000;

/** Tells open pages that promises were judged anew, at most once a second. */
export class SlaSignals {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  #pipelines = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: { signals: SignalsService; logger: LoggerService }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  /** These were judged. Never waits, never fails. */
  tell(pipelineRefs: readonly string[]): void {
    for (const ref of pipelineRefs) {
      if (this.#pipelines.size < MOST_PIPELINES) {
        this.#pipelines.add(hashOf(ref));
      }
    }
    if (this.#pipelines.size === 0) return;
    this.#timer ??= setTimeout(() => this.#publish(), EVERY_MS).unref();
  }

  #publish(): void {
    const message = { pipelines: [...this.#pipelines] };
    this.#pipelines = new Set();
    this.#timer = undefined;
    this.#signals
      .publish({
        channel: SLA_SIGNAL_CHANNEL,
        recipients: { type: 'broadcast' },
        message,
      })
      .catch(error =>
        this.#logger.warn('Pages were not told of verdicts', toError(error)),
      );
  }
}
