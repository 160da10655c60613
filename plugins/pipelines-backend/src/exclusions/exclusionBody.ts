import { z } from 'zod';
import { atMostDays, range } from '../router/parse';
import { words } from './words';

const MAX_DAYS = 92;
const MAX_TARGETS = 500;
const ID_LENGTH = 200;

const reason = words({ least: 3, most: 1_000 });

/** Whether there are such promises is for the pipeline to say. */
const ids = z
  .array(z.string().min(1).max(ID_LENGTH))
  .min(1, { error: 'must name at least one; leave it out for all' })
  .max(MAX_TARGETS)
  .optional();

/** An exclusion as a person asks for it: `NewExclusion` of the API. */
export const exclusionBody = z
  .strictObject({
    type: z.enum(['maintenance', 'pause'], {
      error: 'must be maintenance or pause',
    }),
    reason,
    ...range,
    objectives: ids,
    monitors: ids,
  })
  .superRefine(atMostDays(MAX_DAYS));

/** What {@link exclusionBody} makes of it. */
export type ParsedExclusion = z.output<typeof exclusionBody>;

/** Why an exclusion is taken back. */
export const cancelBody = z.strictObject({ reason });
