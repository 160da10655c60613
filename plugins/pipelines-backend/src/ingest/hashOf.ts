import { createHash } from 'node:crypto';

/**
 * An id made of its parts: SHA-256 in base64url, 43 characters. Names from
 * outside may be longer than an index takes; ids are not.
 */
export function hashOf(...parts: readonly string[]): string {
  // Every part with its length, so that no two lists of parts read the same.
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest('base64url');
}
