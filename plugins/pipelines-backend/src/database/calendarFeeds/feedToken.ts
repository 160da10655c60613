import { createHash, randomBytes } from 'node:crypto';

const FORM = /^[A-Za-z0-9_-]{43}$/;

/** A new secret: 32 random bytes as base64url, 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a text could be a token at all: if not, no table need be asked. */
export function isTokenLike(text: string): boolean {
  return FORM.test(text);
}

/**
 * SHA-256 in hexadecimal. A plain hash is enough: the secret has 256 random
 * bits, so there is nothing to guess that salt or slowness would hide.
 */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
