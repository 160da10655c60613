import { z } from 'zod';

const LONGEST_FOUND = 60;

/** A path as people write it: `inputs[0].name`. */
function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text ? `${text}.${String(step)}` : String(step);
  }, '');
}

function foundAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? Reflect.get(value, step)
        : undefined,
    input,
  );
}

/** A value short enough for a message, and without line breaks. */
function formatFound(found: unknown): string {
  if (found === undefined) return 'missing';
  if (Array.isArray(found)) return 'a list';
  if (typeof found === 'object' && found !== null) return 'an object';
  // JSON has no word for a number that is too great for it.
  const text =
    typeof found === 'number' ? String(found) : JSON.stringify(found);
  return text.length > LONGEST_FOUND
    ? `${text.slice(0, LONGEST_FOUND)}…`
    : text;
}

const WORDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'text',
};

/**
 * What is allowed, in the words of this plugin where a schema has none of its own:
 * for zod's `safeParse(…, { error: inOurWords })`.
 */
export function inOurWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${WORDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string'
        ? 'must not be empty'
        : `must be ${issue.minimum} or more`;
    case 'too_big':
      return issue.origin === 'string'
        ? `must have at most ${issue.maximum} characters`
        : `must be ${issue.maximum} or less`;
    default:
      return undefined;
  }
}

/**
 * Says where something is wrong, what was found and what is allowed:
 * `run.runId is missing: must be text`.
 *
 * @param prefix - of the path, such as `events[3]`
 */
export function issueSentence(
  issue: z.core.$ZodIssue,
  input: unknown,
  prefix: readonly PropertyKey[] = [],
): string {
  const where = formatPath([...prefix, ...issue.path]) || 'the body';
  const found = formatFound(foundAt(input, issue.path));
  return `${where} is ${found}: ${issue.message}`;
}
