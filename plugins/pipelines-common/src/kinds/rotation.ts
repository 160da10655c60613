import { z } from 'zod';
import { WEEKDAYS } from '../schema/deadline';
import {
  calendarDate,
  entityRef,
  ownerRef,
  text,
  timeOfDay,
  timeZone,
  userRef,
} from '../schema/values';

const handoff = z.strictObject({
  weekday: z
    .enum(WEEKDAYS)
    .optional()
    .describe('Day a weekly shift begins. Left out when the type is daily.'),
  time: timeOfDay.describe('Wall-clock time a shift begins.'),
  timeZone: timeZone.describe('Zone of that time, and of all dates here.'),
  meetingMinutes: z
    .number()
    .int()
    .min(5)
    .max(240)
    .default(30)
    .meta({ allowed: 'minutes, from 5 to 240' })
    .describe('Length of the handoff meeting, in minutes.'),
});

const holiday = z.strictObject({
  date: calendarDate.describe('The day, in the zone of the handoff.'),
  name: text.describe('What the day is called.'),
});

const holidays = z.strictObject({
  rule: z
    .enum(['next-in-sequence', 'none'])
    .default('next-in-sequence')
    .describe(
      'What happens to duty on a holiday: it moves to the next in sequence, or stays.',
    ),
  dates: z.array(holiday).describe('The holidays that count.'),
});

const allHands = z.strictObject({
  name: text.describe('What the period is called.'),
  period: z
    .enum(['last-week-of-month'])
    .describe('When it is: the last seven days of each calendar month.'),
  days: z
    .number()
    .int()
    .min(1)
    .max(31)
    .default(7)
    .meta({ allowed: 'days, from 1 to 31' })
    .describe('How many days before the end of the month it begins.'),
  pipelines: z
    .array(entityRef({ kinds: ['Pipeline'] }))
    .optional()
    .describe(
      'Pipelines that everyone watches then. Without it, all of the rotation.',
    ),
});

/**
 * The spec of a Rotation: the one source of its type, schema and reference.
 *
 * @public
 */
export const rotationSpecSchema = z.strictObject({
  type: z.enum(['weekly', 'daily']).describe('How often duty changes hands.'),
  lifecycle: text.optional().describe('Stage of its life, such as production.'),
  owner: ownerRef.describe('Group whose rotation it is.'),
  system: entityRef({ kinds: ['System'] })
    .optional()
    .describe('System it is part of.'),
  members: z
    .array(userRef)
    .min(1)
    .describe(
      'Who takes duty, in order. After the last comes the first again.',
    ),
  start: calendarDate.describe('Day the first member’s first shift begins.'),
  effectiveFrom: calendarDate
    .optional()
    .describe(
      'Day from which a change of this entity holds: at the first handoff on or after it. Without it, at the next handoff. What was before never changes.',
    ),
  length: z
    .number()
    .int()
    .min(1)
    .max(52)
    .default(1)
    .meta({ allowed: 'a whole number from 1 to 52' })
    .describe(
      'How many weeks (or days, when the type is daily) one shift lasts.',
    ),
  handoff: handoff.describe('When duty changes hands.'),
  holidays: holidays
    .optional()
    .describe('Major holidays, and what they do to duty.'),
  allHands: z
    .array(allHands)
    .optional()
    .describe('Periods in which every member watches.'),
});

/**
 * The spec of a Rotation as people write it.
 *
 * @public
 */
export type RotationSpec = z.input<typeof rotationSpecSchema>;
