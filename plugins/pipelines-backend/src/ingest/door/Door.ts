import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { Request, RequestHandler, Response } from 'express';
import { Clock } from '../../rotations/Clock';
import { audited } from '../../router/audited';
import { IngestJournal } from '../IngestJournal';
import { IngestMetrics } from '../IngestMetrics';
import { RefusedItem } from '../heard';
import { readJson } from './readJson';
import { Senders } from './Senders';

/** A request that was let in and read. */
export interface Visit {
  readonly body: unknown;
  readonly query: unknown;
  readonly sender: string;
  readonly receivedAt: Date;
}

/** What became of it, and what to answer. */
export interface Served {
  readonly stored: number;
  readonly refused: readonly RefusedItem[];
  /** Facets left out of what was stored. */
  readonly dropped?: readonly string[];
  readonly status: number;
  readonly answer?: object;
}

const RETRY_AFTER_SECONDS = '1';

/**
 * The way in, the same for all formats: who sends, what he sends, what becomes of
 * it, and a note of that.
 */
export class Door {
  readonly #auditor: AuditorService;
  readonly #senders: Senders;
  readonly #journal: IngestJournal;
  readonly #metrics: IngestMetrics;
  readonly #now: Clock;

  constructor(options: {
    auditor: AuditorService;
    senders: Senders;
    journal: IngestJournal;
    metrics: IngestMetrics;
    now: Clock;
  }) {
    this.#auditor = options.auditor;
    this.#senders = options.senders;
    this.#journal = options.journal;
    this.#metrics = options.metrics;
    this.#now = options.now;
  }

  /** A handler for one route; `route` names it in the journal and in metrics. */
  serve(route: string, act: (visit: Visit) => Promise<Served>): RequestHandler {
    return async (request, response, next) => {
      try {
        await this.#visit(route, act, request, response);
      } catch (error) {
        if (error instanceof ServiceUnavailableError) {
          response.set('Retry-After', RETRY_AFTER_SECONDS);
        }
        next(error);
      }
    };
  }

  async #visit(
    route: string,
    act: (visit: Visit) => Promise<Served>,
    request: Request,
    response: Response,
  ): Promise<void> {
    const { name: sender, isPerson } = await this.#senders.admit(request);
    const enter = () => this.#take({ route, act, request, response, sender });
    // What tools send is in the journal; what a person does belongs into the audit.
    const served = isPerson
      ? await audited(
          {
            auditor: this.#auditor,
            request,
            eventId: 'ingest-send',
            meta: { route },
            metaOf: ({ stored, refused }) => ({
              stored,
              refused: refused.length,
            }),
          },
          enter,
        )
      : await enter();
    response.status(served.status);
    if (served.answer) response.json(served.answer);
    else response.end();
  }

  async #take(options: {
    route: string;
    act: (visit: Visit) => Promise<Served>;
    request: Request;
    response: Response;
    sender: string;
  }): Promise<Served> {
    const { route, act, request, response, sender } = options;
    try {
      await this.#senders.slowDown(request, response);
      const { body, bytes } = await readJson(request, response);
      this.#metrics.size({ sender, route, bytes });
      const begin = performance.now();
      const { query } = request;
      const receivedAt = this.#now();
      const served = await act({ body, query, sender, receivedAt });
      const seconds = (performance.now() - begin) / 1000;
      this.#metrics.took({ route, seconds });
      this.#note(sender, route, served);
      return served;
    } catch (error) {
      this.#noteFailure(sender, route, error);
      throw error;
    }
  }

  #note(sender: string, route: string, served: Served): void {
    const { stored, refused, dropped = [] } = served;
    this.#journal.count({ sender, route, stored, refused: refused.length });
    this.#metrics.count({ sender, route, outcome: 'stored', items: stored });
    this.#metrics.count({
      sender,
      route,
      outcome: 'refused',
      items: refused.length,
    });
    this.#metrics.dropFacets({ sender, route, facets: dropped.length });
    for (const { reason } of refused) {
      this.#journal.refuse({ sender, route, of: 'item', reason });
    }
    for (const reason of dropped) {
      this.#journal.refuse({ sender, route, of: 'facet', reason });
    }
  }

  #noteFailure(sender: string, route: string, error: unknown): void {
    if (error instanceof ServiceUnavailableError) {
      const outcome = 'unavailable';
      this.#metrics.count({ sender, route, outcome, items: 1 });
      return;
    }
    // The reader of bodies has errors of its own, with a status.
    const reason = error instanceof Error ? error.message : String(error);
    const isTheirs = error instanceof InputError || hasStatus(error);
    if (!isTheirs) return;
    this.#metrics.count({ sender, route, outcome: 'refused', items: 1 });
    this.#journal.count({ sender, route, stored: 0, refused: 1 });
    this.#journal.refuse({ sender, route, of: 'item', reason });
  }
}

function hasStatus(error: unknown): boolean {
  return (
    error instanceof Error &&
    'status' in error &&
    typeof error.status === 'number' &&
    error.status < 500
  );
}
