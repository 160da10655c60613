import { z } from 'zod';
import { duration, entityRef, ownerRef, text } from '../schema/values';
import { severitySchema } from './severity';

const condition = {
  for: text.optional().describe('When this one is told, in words.'),
  severities: z
    .array(severitySchema)
    .min(1)
    .optional()
    .describe('Told only of issues this bad. Without it, of all.'),
  pipelines: z
    .array(entityRef({ kinds: ['Pipeline'] }))
    .min(1)
    .optional()
    .describe('Told only of these pipelines. Without it, of all.'),
};

const target = z.union([
  z
    .strictObject({
      role: z
        .enum(['on-call', 'primary-owner', 'secondary-owner', 'stakeholders'])
        .describe(
          'A role of the pipeline, so that one policy serves every pipeline.',
        ),
      ...condition,
    })
    .describe('Whoever has this role for the pipeline.'),
  z
    .strictObject({
      ref: ownerRef.describe('A person or a group.'),
      ...condition,
    })
    .describe('A named person or group.'),
]);

const level = z.strictObject({
  name: text.describe('What the level is called.'),
  after: duration.describe(
    'How long after the issue began to be told, if nobody has acknowledged it.',
  ),
  targets: z.array(target).min(1).describe('Who is told.'),
  for: z
    .array(text)
    .optional()
    .describe('What the level is there for, in words.'),
});

/**
 * The spec of an EscalationPolicy: the one source of its type, schema and reference.
 *
 * @public
 */
export const escalationPolicySpecSchema = z.strictObject({
  type: text.optional().describe('Sort of policy, in your own words.'),
  lifecycle: text.optional().describe('Stage of its life, such as production.'),
  owner: ownerRef.describe('Who keeps it up to date.'),
  system: entityRef({ kinds: ['System'] })
    .optional()
    .describe('System it is part of.'),
  levels: z.array(level).min(1).describe('Who is told, level by level.'),
});

/**
 * The spec of an EscalationPolicy as people write it.
 *
 * @public
 */
export type EscalationPolicySpec = z.input<typeof escalationPolicySpecSchema>;

/** One level of an EscalationPolicy. @public */
export type EscalationLevel = EscalationPolicySpec['levels'][number];

/** One target of an escalation level: a role of the pipeline, or a reference. @public */
export type EscalationTarget = EscalationLevel['targets'][number];
