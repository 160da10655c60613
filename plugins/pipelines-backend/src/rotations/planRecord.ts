import { createHash } from 'node:crypto';
import { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { RotationPlan } from '../oncall';

const planSchema = z.strictObject({
  members: z.array(z.string()).min(1),
  type: z.enum(['weekly', 'daily']),
  length: z.number(),
  start: z.string(),
  handoffTime: z.string(),
  timeZone: z.string(),
  meetingMinutes: z.number().optional(),
  holidays: z
    .strictObject({
      rule: z.enum(['next-in-sequence', 'none']),
      dates: z.array(z.strictObject({ date: z.string(), name: z.string() })),
    })
    .optional(),
  allHands: z
    .array(z.strictObject({ name: z.string(), days: z.number().optional() }))
    .optional(),
});

/**
 * A plan as it is recorded.
 *
 * @throws ZodError if it has a field that could not be read back
 */
export function toPlanRecord(plan: RotationPlan): JsonObject {
  return planSchema.parse(plan);
}

/**
 * Back from {@link toPlanRecord}.
 *
 * @throws ZodError if nobody of ours wrote the record
 */
export function fromPlanRecord(record: JsonObject): RotationPlan {
  return planSchema.parse(record);
}

/**
 * Tells whether two plans are the same. The schema gives fields their order, so
 * the order in which somebody wrote them plays no part.
 */
export function planHash(plan: RotationPlan): string {
  return createHash('sha256')
    .update(JSON.stringify(toPlanRecord(plan)))
    .digest('hex');
}
