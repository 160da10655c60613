import { z } from 'zod';
import {
  calendarDate,
  duration,
  entityRef,
  id,
  ownerRef,
  text,
} from '../schema/values';

const matches = z.strictObject({
  monitors: z
    .array(id)
    .optional()
    .describe('Monitors this row answers, by id.'),
  objectives: z
    .array(id)
    .optional()
    .describe('Objectives this row answers, by id.'),
  errors: z
    .array(text)
    .optional()
    .describe(
      'Parts of error messages this row answers; upper and lower case are the same.',
    ),
});

const row = z.strictObject({
  id: id.describe('Names the row; the anchor of its link.'),
  title: text.describe('What the trouble is called.'),
  symptom: text.describe('How one sees it.'),
  actions: z.array(text).min(1).describe('What to do, in order.'),
  escalation: text.describe('Whom to call, in words.'),
  escalateTo: z
    .array(ownerRef)
    .optional()
    .describe(
      'The same people and groups as references, so that they can be reached from here.',
    ),
  matches: matches.optional().describe('What opens an issue with this row.'),
});

/**
 * The spec of a Runbook: the one source of its type, schema and reference.
 *
 * @public
 */
export const runbookSpecSchema = z.strictObject({
  type: text.optional().describe('Sort of runbook, in your own words.'),
  lifecycle: text.optional().describe('Stage of its life, such as production.'),
  owner: ownerRef.describe('Who keeps it up to date.'),
  system: entityRef({ kinds: ['System'] })
    .optional()
    .describe('System it is part of.'),
  lastReviewed: calendarDate
    .optional()
    .describe('Day somebody last read it through.'),
  reviewEvery: duration
    .default('90d')
    .describe('How often it must be read through.'),
  rows: z.array(row).describe('Known troubles.'),
  body: text.optional().describe('Anything else worth knowing, in Markdown.'),
});

/**
 * The spec of a Runbook as people write it.
 *
 * @public
 */
export type RunbookSpec = z.input<typeof runbookSpecSchema>;

/**
 * One known trouble of a Runbook: symptom, actions, escalation.
 *
 * @public
 */
export type RunbookRow = RunbookSpec['rows'][number];
