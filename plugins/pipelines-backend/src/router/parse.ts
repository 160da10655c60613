import { InputError } from '@backstage/errors';
import { z } from 'zod';

const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

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
