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
  const text = JSON.stringify(found) ?? String(found);
  return text.length > LONGEST_FOUND
    ? `${text.slice(0, LONGEST_FOUND)}…`
    : text;
}

/**
 * Says where something is wrong, what was found and what is allowed:
 * `run.runId is missing: Invalid input: expected string`.
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
