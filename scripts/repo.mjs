import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository: every command runs there, wherever it was called from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** An absolute path of a file in the repository. */
export const inRepo = (...parts) => join(root, ...parts);

export const isWindows = process.platform === 'win32';

export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * A line about what the script itself does. It goes to stderr: stdout belongs
 * to the command that is run, which may be piped into something.
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Seconds since a `Date.now()`, the way they are printed. */
export function secondsSince(start) {
  return `${Math.round((Date.now() - start) / 1000)} s`;
}
