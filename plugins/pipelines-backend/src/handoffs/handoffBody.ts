import { z } from 'zod';
import { fewWords } from '../router/parse';

const NOTES_LENGTH = 20_000;
const MAX_POINTS = 50;
const MAX_MINUTES = 480;
const MAX_REVISION = 1_000_000;

/** What is written down about a handoff: `HandoffRecord` of the API. */
export const handoffBody = z.strictObject({
  notes: z
    .string()
    .max(NOTES_LENGTH)
    // PostgreSQL cannot store it.
    .refine(text => !text.includes('\0'), {
      error: 'must not contain the character NUL',
    }),
  checklist: z
    .array(z.strictObject({ text: fewWords, done: z.boolean() }))
    .max(MAX_POINTS),
  minutes: z.number().int().min(1).max(MAX_MINUTES).optional(),
  done: z.boolean().optional(),
  revision: z.number().int().min(0).max(MAX_REVISION),
});

/** {@link handoffBody} as it comes out. */
export type HandoffBody = z.output<typeof handoffBody>;
