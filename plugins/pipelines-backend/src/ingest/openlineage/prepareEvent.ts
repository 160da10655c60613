import { createHash } from 'node:crypto';
import stringify from 'fast-json-stable-stringify';
import { Measurement } from '../heard';
import { issueSentence } from '../issueSentence';
import { UnprocessableError } from '../UnprocessableError';
import { datasetName } from './datasetName';
import { parseEvent } from './event';
import { factsOf } from './factsOf';
import { FacetReader } from './facets/FacetReader';
import { measurementsOf } from './measurementsOf';
import { JobName, jobIdOf, runIdOf } from './names';
import { RunFacts } from './runFacts';

/** What an event says about its run. */
export interface PreparedRun {
  readonly id: string;
  /** The run id that the tool gave it. */
  readonly runId: string;
  readonly facts: RunFacts;
}

/** A job that an event names. */
export interface PreparedJob extends JobName {
  readonly id: string;
  /** Names of data sets it writes, see {@link fewOutputs}. */
  readonly outputs: readonly string[];
}

/** An event as the store takes it. */
export interface PreparedEvent {
  /** Of its content: the same event again has the same. */
  readonly id: string;
  /** JSON. */
  readonly body: string;
  readonly sender: string;
  readonly receivedAt: Date;
  readonly producer: string;
  readonly job?: PreparedJob;
  readonly run?: PreparedRun;
  readonly measurements: readonly Measurement[];
  /** Facets that were left out, a sentence each. */
  readonly dropped: readonly string[];
}

const FEW_OUTPUTS = 5;

/** The first few names: the same of all, in whatever order parts of them come. */
export function fewOutputs(names: readonly string[]): string[] {
  return [...new Set(names)].sort().slice(0, FEW_OUTPUTS);
}

/** JSON of a body, the same whatever the order of its keys; and its hash. */
function identify(body: object): { body: string; id: string } {
  try {
    const text = stringify(body);
    const id = createHash('sha256').update(text).digest('base64url');
    return { body: text, id };
  } catch (error) {
    // The one thing that JSON from the wire can do to it: nesting without end.
    if (error instanceof RangeError) {
      throw new UnprocessableError('the body is nested too deeply');
    }
    throw error;
  }
}

/**
 * Reads one OpenLineage event. Pure.
 *
 * @throws UnprocessableError that names each path, what was found and what is allowed
 */
export function prepareEvent(options: {
  body: unknown;
  sender: string;
  receivedAt: Date;
  /** The oldest event time that is taken; older runs are no longer kept. */
  oldest: Date;
}): PreparedEvent {
  const { body, sender, receivedAt, oldest } = options;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new UnprocessableError('the body must be one OpenLineage event');
  }
  const result = parseEvent(body);
  if (!result.success) {
    const { issues } = result.error;
    const sentences = issues.map(issue => issueSentence(issue, body));
    throw new UnprocessableError(sentences.slice(0, 20).join('; '));
  }
  const { data: parsed } = result;
  const { at } = parsed.event.eventTime;
  if (at < oldest) {
    throw new UnprocessableError(
      `eventTime is ${at.toISOString()}: must be after ${oldest.toISOString()}, older runs are not kept`,
    );
  }
  const { id, body: text } = identify(body);
  const reader = new FacetReader();
  const producer = parsed.event.producer ?? 'unknown';
  const common = { id, body: text, sender, receivedAt, producer };
  if (parsed.kind === 'dataset') {
    return { ...common, measurements: [], dropped: [] };
  }
  const { job, outputs } = parsed.event;
  const jobId = jobIdOf(job);
  const prepared = {
    ...common,
    job: {
      id: jobId,
      namespace: job.namespace,
      name: job.name,
      outputs: fewOutputs((outputs ?? []).map(datasetName)),
    },
  };
  if (parsed.kind === 'job') {
    return { ...prepared, measurements: [], dropped: [] };
  }
  const { event } = parsed;
  const runId = runIdOf({ ...job, runId: event.run.runId });
  const facts = factsOf({ event, eventId: id, sender, receivedAt, reader });
  const measurements = measurementsOf({
    event,
    eventId: id,
    jobId,
    runId,
    isStreaming: facts.isStreaming?.is ?? false,
    reader,
  });
  return {
    ...prepared,
    run: { id: runId, runId: event.run.runId, facts },
    measurements,
    dropped: [...new Set(reader.dropped)],
  };
}
