import { z } from 'zod';
import { words } from '../exclusions/words';

const ID_LENGTH = 200;
const LABEL_LENGTH = 20;
const REASON_LENGTH = 3;

/** A review as a person gives it: `NewReview` of the API. */
export const reviewBody = z
  .strictObject({
    objective: z.string().min(1).max(ID_LENGTH),
    period: z.string().min(1).max(LABEL_LENGTH),
    isApproved: z.boolean({ error: 'must be true or false' }),
    comment: words({ least: 1, most: 2_000 }).optional(),
  })
  .refine(
    ({ isApproved, comment }) =>
      isApproved || (comment !== undefined && comment.length >= REASON_LENGTH),
    {
      path: ['comment'],
      error: `must say in at least ${REASON_LENGTH} characters what was not found right`,
    },
  );

/** What {@link reviewBody} makes of it. */
export type ParsedReview = z.output<typeof reviewBody>;
