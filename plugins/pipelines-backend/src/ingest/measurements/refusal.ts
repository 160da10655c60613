import { z } from 'zod';
import { Heard, RefusedItem } from '../heard';
import { inOurWords, issueSentence } from '../issueSentence';
import { UnprocessableError } from '../UnprocessableError';

/** Reasons that one answer names; the rest are counted. */
const MOST_REASONS = 20;
/** Faults that are named of one item. */
const MOST_FAULTS = 5;

function joined(reasons: readonly string[], most: number): string {
  const more = reasons.length - most;
  const named = reasons.slice(0, most).join('; ');
  return more > 0 ? `${named}; and ${more} more` : named;
}

function sentences(
  error: z.core.$ZodError,
  input: unknown,
  prefix: readonly PropertyKey[],
): string {
  return joined(
    error.issues.map(issue => issueSentence(issue, input, prefix)),
    MOST_FAULTS,
  );
}

/**
 * The body, in the form that a format has.
 *
 * @throws UnprocessableError if it has another
 */
export function parseBody<T extends z.ZodType>(
  schema: T,
  body: unknown,
): z.output<T> {
  const { success, data, error } = schema.safeParse(body, {
    error: inOurWords,
  });
  if (success) return data;
  throw new UnprocessableError(sentences(error, body, []));
}

/**
 * Parses items one by one: a bad one does not cost the good ones.
 *
 * @param options - `path` of the list, such as `measurements`
 */
export function parseEach<T extends z.ZodType>(options: {
  schema: T;
  items: readonly unknown[];
  path: string;
}): { parsed: z.output<T>[]; refused: RefusedItem[] } {
  const { schema, items, path } = options;
  const parsed: z.output<T>[] = [];
  const refused: RefusedItem[] = [];
  items.forEach((item, index) => {
    const { success, data, error } = schema.safeParse(item, {
      error: inOurWords,
    });
    if (success) {
      parsed.push(data);
    } else {
      refused.push({ index, reason: sentences(error, item, [path, index]) });
    }
  });
  return { parsed, refused };
}

/** That something is of an instant from which nothing is kept any more. */
export function tooOld(oldest: Date): string {
  return `older than what is kept (since ${oldest.toISOString()})`;
}

/** That nothing of a body is kept, and why. */
export function nothingKept(
  refused: readonly RefusedItem[],
): UnprocessableError {
  const reasons = refused.map(({ reason }) => reason);
  return new UnprocessableError(joined(reasons, MOST_REASONS));
}

/**
 * What was heard, unless all of it was refused.
 *
 * @throws UnprocessableError that names the reasons
 */
export function unlessAllRefused(heard: Heard): Heard {
  const { measurements, events = [], alerts = [], refused } = heard;
  const kept = measurements.length + events.length + alerts.length;
  if (kept > 0 || refused.length === 0) return heard;
  throw nothingKept(refused);
}
