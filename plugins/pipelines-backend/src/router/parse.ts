import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;
const DAY_MS = 86_400_000;
const REF_LENGTH = 200;

/**
 * An instant: ISO 8601 with its zone. Years far away are refused, for there
 * nobody is on call and calendars are guesses.
 */
export const instant = z.iso
  .datetime({
    offset: true,
    error:
      'must be an ISO 8601 instant with its zone, such as 2026-11-26T14:00:00Z',
  })
  .transform(text => new Date(text))
  .refine(
    date =>
      date.getUTCFullYear() >= FIRST_YEAR && date.getUTCFullYear() <= LAST_YEAR,
    { error: `must be in the years ${FIRST_YEAR} to ${LAST_YEAR}` },
  );

interface Range {
  from: Date;
  to: Date;
}

/** The keys of a query about a range; to be checked by {@link atMostDays}. */
export const range = { from: instant, to: instant };

/** For `superRefine`: that the range has a length, but not more than this. */
export function atMostDays(days: number) {
  return ({ from, to }: Range, { addIssue }: z.core.$RefinementCtx) => {
    const refuse = (message: string) =>
      addIssue({ code: 'custom', path: ['to'], message });
    if (from >= to) refuse('must be later than from');
    if (+to - +from > days * DAY_MS) {
      refuse(`must be at most ${days} days after from`);
    }
  };
}

/** How many items a page has. */
export function pageLimit(options: { usual: number; most: number }) {
  return z.coerce
    .number()
    .int()
    .min(1)
    .max(options.most)
    .default(options.usual);
}

/** A reference to an entity of one kind, in whatever form; in full afterwards. */
export function refOf(kind: 'Pipeline' | 'Rotation' | 'User') {
  const prefix = kind.toLocaleLowerCase('en-US');
  const form = new RegExp(
    `^(${prefix}:)?([a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*$`,
    'i',
  );
  return z
    .string()
    .max(REF_LENGTH)
    .regex(
      form,
      `must be an entity reference of a ${kind}, such as ${prefix}:default/some-name`,
    )
    .transform(ref =>
      stringifyEntityRef(
        parseEntityRef(ref, { defaultKind: kind, defaultNamespace: 'default' }),
      ),
    );
}

/** Some of the given words, with commas between. */
export function commaList<T extends string>(words: readonly T[]) {
  return z
    .string()
    .transform(text => text.split(','))
    .pipe(z.array(z.enum(words)));
}

/** A few words of somebody; PostgreSQL stores no character NUL. */
export const fewWords = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line of text');

/** No keys at all. */
export const nothing = z.strictObject({});

function sentence(issue: z.core.$ZodIssue): string {
  const path = issue.path.join('.');
  return path ? `${path}: ${issue.message}` : issue.message;
}

/**
 * Parses what a request brought; what comes back can be trusted.
 *
 * @throws InputError (400) that names each path and what is allowed there
 */
export function parse<T extends z.ZodType>(
  schema: T,
  input: unknown,
): z.output<T> {
  const result = schema.safeParse(input);
  if (!result.success) {
    throw new InputError(result.error.issues.map(sentence).join('; '));
  }
  return result.data;
}
