/** The way to a value inside an entity: keys, and positions counted from 0. */
export type FaultPath = readonly (string | number)[];

/**
 * One thing wrong with an entity: where, what was found, what is allowed.
 *
 * @public
 */
export interface EntityFault {
  /** Keys and positions (from 0) that lead to the value, or to the object that misses it. */
  path: readonly (string | number)[];
  /** The whole fault as a sentence, path included. */
  message: string;
}

const MAX_FOUND = 60;

/** A path as people write it: `spec.schedules[0].cron`. */
export function formatPath(path: FaultPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}

/** A value short enough for a message. */
export function formatFound(found: unknown): string {
  if (found === undefined) return 'nothing';
  if (Array.isArray(found)) return found.length ? 'a list' : 'an empty list';
  if (typeof found === 'object' && found !== null) return 'an object';
  const text = JSON.stringify(found) ?? String(found);
  return text.length > MAX_FOUND ? `${text.slice(0, MAX_FOUND)}…"` : text;
}

/** What a fault is made of; {@link fault} makes the sentence. */
export interface FaultParts {
  path: FaultPath;
  found: unknown;
  allowed: string;
  /** The nearest allowed word, when one is near. */
  suggestion?: string;
}

/** Says in one sentence what was found at a path, what is allowed, and what was probably meant. */
export function fault(parts: FaultParts): EntityFault {
  const { path, found, allowed, suggestion } = parts;
  const where = formatPath(path);
  const hint = suggestion ? ` Did you mean ${suggestion}?` : '';
  return {
    path,
    message:
      found === undefined
        ? `${where} is missing; it must be ${allowed}.${hint}`
        : `${where} is ${formatFound(found)}; it must be ${allowed}.${hint}`,
  };
}

/** A key that no schema knows. */
export function unknownKeyFault(options: {
  path: FaultPath;
  key: string;
  known: string[];
  suggestion?: string;
}): EntityFault {
  const { path, key, known, suggestion } = options;
  const hint = suggestion
    ? `did you mean \`${suggestion}\`?`
    : `known here: ${known.join(', ')}.`;
  return {
    path: [...path, key],
    message: `${formatPath([...path, key])}: \`${key}\` is not known; ${hint}`,
  };
}
