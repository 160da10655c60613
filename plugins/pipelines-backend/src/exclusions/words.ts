import { z } from 'zod';

// PostgreSQL stores no character NUL, and halves of a pair are no text at all.
const TEXT = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;

/** What somebody writes for others to read, in one line or several. */
export function words({ least, most }: { least: number; most: number }) {
  return z
    .string({ error: `must be a text of ${least} to ${most} characters` })
    .trim()
    .min(least, { error: `must have at least ${least} characters` })
    .max(most, { error: `must have at most ${most} characters` })
    .regex(TEXT, { error: 'must be text, without control characters' });
}
