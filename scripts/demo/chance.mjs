import { createHash } from 'node:crypto';

const digestOf = name => createHash('sha256').update(name).digest();

/** A number from 0 to 1 that depends on its name alone: every time the same. */
export function chance(name) {
  return digestOf(name).readUInt32BE(0) / 0xffff_ffff;
}

/** A run id that depends on its name alone. */
export function runIdOf(name) {
  const hex = digestOf(name).toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `7${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
