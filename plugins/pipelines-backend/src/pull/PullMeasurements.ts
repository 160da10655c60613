import { randomUUID } from 'node:crypto';
import {
  LoggerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  MetricQueryStore,
  StoredQuestion,
} from '../database/metricQueries/MetricQueryStore';
import { Measurement } from '../ingest/heard';
import { asOneLine } from '../ingest/measurements/oneLine';
import { Clock } from '../rotations/Clock';
import { AskedTime, askedTime, nextAfter, retryAfter } from './askTimes';
import { eachAtOnce } from './eachAtOnce';
import { MeasurementSink } from './MeasurementSink';
import { MeasurementSources } from './MeasurementSources';
import { toMeasurements } from './toMeasurements';

const SECOND_MS = 1_000;
const BATCH = 50;
const AT_ONCE = 8;
/** How long a source may take for one answer. */
const PATIENCE_MS = 10 * SECOND_MS;
/** Longer than a whole batch takes if no source answers. */
const LEASE_MS = 2 * 60 * SECOND_MS;
const LONGEST_SENTENCE = 500;

function sentenceOf(error: unknown): string {
  const { message } = toError(error);
  return (
    asOneLine(message, { longest: LONGEST_SENTENCE }) ??
    'It failed without saying why'
  );
}

/**
 * Asks measurement sources what the specs of pipelines say is to be asked.
 *
 * @remarks
 *
 * Each question goes its own way: it is claimed by one backend, asked, stored, and
 * due again at the next multiple of its time; when it fails, later and later. What
 * is answered is stored before that is noted: a backend that dies in between asks
 * again, and gets the same figures.
 */
export class PullMeasurements {
  /** When it runs: in every backend, for a question is claimed by one of them. */
  static readonly schedule: SchedulerServiceTaskScheduleDefinition = {
    frequency: { seconds: 15 },
    timeout: { minutes: 2 },
    initialDelay: { seconds: 10 },
    scope: 'local',
  };

  readonly #queries: MetricQueryStore;
  readonly #sources: Pick<MeasurementSources, 'get'>;
  readonly #sink: MeasurementSink;
  readonly #logger: LoggerService;
  readonly #now: Clock;
  readonly #patienceMs: number;

  /** @param options - `patienceMs` is how long a source may take for an answer */
  constructor(options: {
    queries: MetricQueryStore;
    sources: Pick<MeasurementSources, 'get'>;
    sink: MeasurementSink;
    logger: LoggerService;
    now: Clock;
    patienceMs?: number;
  }) {
    this.#queries = options.queries;
    this.#sources = options.sources;
    this.#sink = options.sink;
    this.#logger = options.logger;
    this.#now = options.now;
    this.#patienceMs = options.patienceMs ?? PATIENCE_MS;
  }

  /** Asks until nothing is due. A failure is noted, and waits for its retry. */
  async run(signal: AbortSignal): Promise<void> {
    // Of this run, so that one that was given up cannot speak for the next.
    const owner = randomUUID();
    const failures: string[] = [];
    let claimed: StoredQuestion[];
    do {
      const now = this.#now();
      claimed = await this.#queries.claimDue({
        now,
        limit: BATCH,
        leaseUntil: new Date(now.getTime() + LEASE_MS),
        owner,
      });
      await eachAtOnce(claimed, AT_ONCE, async question => {
        const failure = await this.#answer(question, owner, signal);
        if (failure === undefined) return;
        const { metric, pipelineRef } = question;
        failures.push(`${metric} of ${pipelineRef}: ${failure}`);
      });
    } while (claimed.length === BATCH && !signal.aborted);
    if (failures.length > 0) {
      this.#logger.warn(
        `${failures.length} questions to measurement sources were not answered, the first was ${failures[0]}`,
      );
    }
  }

  /** @returns why there is no answer; undefined if there is, or nobody waits for it */
  async #answer(
    question: StoredQuestion,
    owner: string,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    // What is not asked any more is due again when its lease ends.
    if (signal.aborted) return undefined;
    const asked = askedTime(question, this.#now());
    let failure: string | undefined;
    try {
      await this.#store(question, await this.#ask(question, asked, signal));
    } catch (error) {
      if (signal.aborted) return undefined;
      failure = sentenceOf(error);
    }
    try {
      await this.#note({ question, owner, asked, failure });
    } catch (error) {
      // The database is away, but the next may find it there again. This one is
      // due when its lease ends.
      failure = `it cannot be noted how it went: ${sentenceOf(error)}`;
    }
    return failure;
  }

  async #note(options: {
    question: StoredQuestion;
    owner: string;
    asked: AskedTime;
    failure: string | undefined;
  }): Promise<void> {
    const { question, owner, asked, failure } = options;
    const { pipelineRef, metric, every } = question;
    const lease = { pipelineRef, metric, owner };
    const at = this.#now();
    if (failure !== undefined) {
      const nextAt = retryAfter(question, at);
      await this.#queries.fail({ ...lease, error: failure, nextAt });
      return;
    }
    const nextAt = nextAfter(asked, every);
    await this.#queries.succeed({ ...lease, at, measuredTo: asked.to, nextAt });
  }

  /** @throws Error with a sentence for readers of the pipeline */
  async #ask(
    question: StoredQuestion,
    asked: AskedTime,
    signal: AbortSignal,
  ): Promise<Measurement[]> {
    const source = this.#sources.get(question.source);
    if (!source) {
      throw new Error(
        `No measurement source of type ${question.source} is installed`,
      );
    }
    const { query, endpoint, every } = question;
    const patience = AbortSignal.timeout(this.#patienceMs);
    const stop = AbortSignal.any([signal, patience]);
    // Not every source heeds the signal.
    const stopped = new Promise<never>((_resolve, reject) => {
      stop.addEventListener('abort', () => reject(stop.reason));
    });
    try {
      const values = await Promise.race([
        source.measure({ query, endpoint, every, ...asked }, { signal: stop }),
        stopped,
      ]);
      return toMeasurements(question, asked, values);
    } catch (error) {
      if (!patience.aborted) throw error;
      throw new Error(
        `No answer within ${this.#patienceMs / SECOND_MS} seconds`,
      );
    }
  }

  async #store(
    { source }: StoredQuestion,
    measurements: readonly Measurement[],
  ): Promise<void> {
    if (measurements.length === 0) return;
    try {
      await this.#sink.accept({
        measurements,
        sender: `source:${source}`,
        route: source,
      });
    } catch (error) {
      this.#logger.warn('Figures could not be stored', toError(error));
      throw new Error('The figures could not be stored');
    }
  }
}
