import { z } from 'zod';
import {
  deadline,
  duration,
  id,
  metricName,
  ownerRef,
  percent,
  text,
} from '../schema/values';
import { severitySchema } from './severity';

const base = {
  id: id.describe('Names this promise within the pipeline.'),
  title: text.optional().describe('Short name shown on screens.'),
  description: text
    .optional()
    .describe('What the promise is about, in the words of those who made it.'),
  severity: severitySchema
    .default('high')
    .describe('Severity of the issue that a miss opens.'),
};

const target = percent.default(100).describe('Least share that keeps it.');

const audience = id.describe(
  'The audience whose schedule gives the expected runs.',
);

const delivery = z
  .strictObject({
    ...base,
    type: z.literal('delivery'),
    audience: audience.optional(),
    deadline: deadline
      .optional()
      .describe(
        'When a good run must be there, in the zone of `sla.timeZone`. Without it, the schedule of `audience` and its grace decide.',
      ),
    grace: duration
      .optional()
      .describe('How long after `deadline` a run still counts as on time.'),
  })
  .describe('A good run is there by a time.');

const freshness = z
  .strictObject({
    ...base,
    type: z.literal('freshness'),
    maxAge: duration.describe('The newest data may be at most this old.'),
    watermark: metricName
      .optional()
      .describe(
        'Metric that carries the timestamp of the newest data. Without it, the end of the last good run is taken.',
      ),
    target,
  })
  .describe('The newest data is never older than this.');

const ratio = z
  .strictObject({
    ...base,
    type: z.literal('ratio'),
    metric: metricName.describe(
      'Metric whose measurements carry good and total.',
    ),
    of: text
      .optional()
      .describe(
        'What is counted, in words and in the plural, such as active accounts. Without it, the name of the metric.',
      ),
    dimension: z
      .enum([
        'accuracy',
        'completeness',
        'conformity',
        'consistency',
        'coverage',
        'timeliness',
        'uniqueness',
      ])
      .optional()
      .describe(
        'Data quality dimension, as the Open Data Contract Standard names them.',
      ),
    target,
  })
  .describe('Good out of total is at least a share.');

const success = z
  .strictObject({
    ...base,
    type: z.literal('success'),
    audience: audience.optional(),
    target,
  })
  .describe('At least this share of the expected runs is good.');

const availability = z
  .strictObject({
    ...base,
    type: z.literal('availability'),
    target,
    alerts: z
      .array(z.string().min(1).max(200))
      .min(1)
      .max(50)
      .optional()
      .describe(
        'Alerts (label `alertname`) that say that it is down. Without it, those of severity `critical`.',
      ),
  })
  .describe('The pipeline is up for at least this share of the time.');

const resolution = z
  .strictObject({
    ...base,
    type: z.literal('resolution'),
    severities: z
      .array(severitySchema)
      .min(1)
      .optional()
      .describe('Issues it holds for. Without it, all of them.'),
    within: duration
      .optional()
      .describe('Time from the beginning of the trouble to its end.'),
    by: deadline
      .optional()
      .describe(
        'Calendar moment by which issues are mended, in the zone of `sla.timeZone`.',
      ),
    target,
  })
  .describe('Issues are mended in time.');

const review = z
  .strictObject({
    ...base,
    type: z.literal('review'),
    every: z
      .enum(['week', 'month', 'quarter'])
      .describe('One sign-off for each of these.'),
    by: ownerRef.describe('Whose sign-off counts.'),
    due: deadline
      .optional()
      .describe(
        'When it must be signed, in the zone of `sla.timeZone`. Without it, at the end of the period.',
      ),
  })
  .describe('A person of a named group signs off each period.');

/**
 * Every kind of promise, told apart by `type`.
 *
 * @public
 */
export const objectiveSchema = z.discriminatedUnion('type', [
  delivery,
  freshness,
  ratio,
  success,
  availability,
  resolution,
  review,
]);

/**
 * What a pipeline promises, told apart by `type`. Words come from the Open Data
 * Contract Standard and OpenSLO where those have one. Durations are texts such
 * as `48h`, targets are percentages, deadlines are read in `sla.timeZone`.
 *
 * @public
 */
export type Objective = z.input<typeof objectiveSchema>;
