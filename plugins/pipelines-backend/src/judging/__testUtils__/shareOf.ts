import { createHash } from 'node:crypto';

/** Any number from 0 to below 1; of the same words always the same. */
export function shareOf(...words: (string | number)[]): number {
  const hash = createHash('sha256').update(words.join(' '));
  return hash.digest().readUInt32BE() / 2 ** 32;
}
