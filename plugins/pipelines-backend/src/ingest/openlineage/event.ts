import { z } from 'zod';
import { inOurWords } from '../issueSentence';
import { EVENT_TIME, parseEventTime } from './eventTime';

/*
 * The wire form, as far as we need it to be right: an event whose job or run has
 * no name says nothing, so it is refused. Everything else may be missing or odd,
 * as it is in events of real tools; facets are checked one by one, later.
 */
const LONGEST_NAME = 4_000;

/** Text that both databases store: PostgreSQL knows no character NUL. */
export const storable = z
  .string()
  .regex(/^[^\0\p{Cs}]*$/u, 'must be text without the character NUL');

const name = storable.min(1).max(LONGEST_NAME);

const eventTime = z.string().transform((text, { addIssue, value }) => {
  const time = parseEventTime(text);
  if (time) return time;
  addIssue({
    code: 'custom',
    message: `must be ${EVENT_TIME}`,
    input: value,
  });
  return z.NEVER;
});

const facets = z.record(z.string(), z.unknown()).nullish();

const dataset = z.object({
  namespace: name,
  name,
  facets,
  inputFacets: facets,
  outputFacets: facets,
});

const job = z.object({ namespace: name, name, facets });

const base = {
  eventTime,
  // Required by the letter, and missing in the wild; says who wrote the event.
  producer: storable.max(LONGEST_NAME).nullish(),
};

const runEvent = z.object({
  ...base,
  eventType: z
    .enum(['START', 'RUNNING', 'COMPLETE', 'ABORT', 'FAIL', 'OTHER'])
    .nullish(),
  run: z.object({ runId: name, facets }),
  job,
  inputs: z.array(dataset).nullish(),
  outputs: z.array(dataset).nullish(),
});

const jobEvent = z.object({
  ...base,
  job,
  inputs: z.array(dataset).nullish(),
  outputs: z.array(dataset).nullish(),
});

const datasetEvent = z.object({ ...base, dataset });

/** Facets by their key on the wire, each of any form. */
export type Facets = z.output<typeof facets>;
/** A data set that a job reads or writes. */
export type Dataset = z.output<typeof dataset>;
/** What happened to a run. */
export type RunEvent = z.output<typeof runEvent>;
/** What a job is, without a run. */
export type JobEvent = z.output<typeof jobEvent>;
/** What a data set is, without a run. */
export type DatasetEvent = z.output<typeof datasetEvent>;

/** An event that can be used. */
export type LineageEvent =
  | { readonly kind: 'run'; readonly event: RunEvent }
  | { readonly kind: 'job'; readonly event: JobEvent }
  | { readonly kind: 'dataset'; readonly event: DatasetEvent };

/** Which of the three it means to be: a run event without its run is still one. */
function kindOf(body: object): LineageEvent['kind'] {
  if ('run' in body || 'eventType' in body) return 'run';
  if ('dataset' in body) return 'dataset';
  const schema: unknown = Reflect.get(body, 'schemaURL');
  const saysRun = typeof schema === 'string' && schema.endsWith('/RunEvent');
  return saysRun ? 'run' : 'job';
}

/** The event, or zod's issues with it. */
export type ParsedEvent =
  | { readonly success: true; readonly data: LineageEvent }
  | { readonly success: false; readonly error: z.core.$ZodError };

/** Parses one event from the wire. */
export function parseEvent(body: object): ParsedEvent {
  const kind = kindOf(body);
  if (kind === 'run') {
    const { success, data, error } = runEvent.safeParse(body, {
      error: inOurWords,
    });
    if (!success) return { success, error };
    return { success, data: { kind, event: data } };
  }
  if (kind === 'job') {
    const { success, data, error } = jobEvent.safeParse(body, {
      error: inOurWords,
    });
    if (!success) return { success, error };
    return { success, data: { kind, event: data } };
  }
  const { success, data, error } = datasetEvent.safeParse(body, {
    error: inOurWords,
  });
  if (!success) return { success, error };
  return { success, data: { kind, event: data } };
}
