import { z } from 'zod';
import { duration, id, metricName, text } from '../schema/values';
import { severitySchema } from './severity';

const base = {
  id: id.describe('Names this monitor within the pipeline.'),
  title: text.optional().describe('Short name shown on screens.'),
  description: text.optional().describe('Why it warns, in plain words.'),
  severity: severitySchema
    .default('medium')
    .describe('Severity of the issue it opens.'),
  for: duration
    .optional()
    .describe(
      'How long the condition must hold before it warns. Without it, at once.',
    ),
  recoverAfter: duration
    .optional()
    .describe(
      'How long all must be well before the issue counts as recovered. Without it, at once.',
    ),
};

const metric = metricName.describe('Metric it watches.');
const share = z.number().positive().meta({ allowed: 'a percentage above 0' });

const threshold = z
  .strictObject({
    ...base,
    type: z.literal('threshold'),
    metric,
    mustBe: z.number().optional().describe('The value must equal this.'),
    mustNotBe: z
      .number()
      .optional()
      .describe('The value must differ from this.'),
    mustBeGreaterThan: z
      .number()
      .optional()
      .describe('The value must be above this.'),
    mustBeGreaterOrEqualTo: z
      .number()
      .optional()
      .describe('The value must be this or above.'),
    mustBeLessThan: z
      .number()
      .optional()
      .describe('The value must be below this.'),
    mustBeLessOrEqualTo: z
      .number()
      .optional()
      .describe('The value must be this or below.'),
  })
  .describe(
    'A figure stays on the right side of a limit. Exactly one `mustBe…` or `mustNotBe` is given.',
  );

const range = z
  .strictObject({
    ...base,
    type: z.literal('range'),
    metric,
    mustBeBetween: z
      .tuple([z.number(), z.number()])
      .describe('Lowest and highest good value; both still count as good.')
      .meta({ allowed: 'two numbers, the lowest and the highest' }),
  })
  .describe('A figure stays between two limits.');

const change = z
  .strictObject({
    ...base,
    type: z.literal('change'),
    metric,
    period: z
      .enum(['day', 'week', 'month', 'quarter'])
      .describe('Closed period that is compared with the one before it.'),
    mustNotDropMoreThan: share
      .optional()
      .describe('Largest allowed fall, in percent.'),
    mustNotRiseMoreThan: share
      .optional()
      .describe('Largest allowed rise, in percent.'),
    minBaseline: z
      .number()
      .positive()
      .optional()
      .describe('Below this earlier value no percentage is taken.'),
  })
  .describe(
    'A figure does not move too far against the previous closed period.',
  );

const anomaly = z
  .strictObject({
    ...base,
    type: z.literal('anomaly'),
    metric,
    direction: z
      .enum(['spike', 'drop', 'both'])
      .default('both')
      .describe('Which way is unusual.'),
    window: duration.describe('Past that says what is usual.'),
    deviations: z
      .number()
      .positive()
      .default(6)
      .describe(
        'How many median absolute deviations from the median are still usual.',
      ),
    minSamples: z
      .number()
      .int()
      .min(3)
      .default(14)
      .describe('Fewer measurements than this in the window are no baseline.'),
  })
  .describe(
    'A figure is not unusual against its own past (median and median absolute deviation).',
  );

const freshness = z
  .strictObject({
    ...base,
    type: z.literal('freshness'),
    maxAge: duration.describe('Warns when the newest data is older than this.'),
    watermark: metricName
      .optional()
      .describe(
        'Metric that carries the timestamp of the newest data. Without it, the end of the last good run is taken.',
      ),
  })
  .describe('The newest data is not too old.');

const reconciliation = z
  .strictObject({
    ...base,
    type: z.literal('reconciliation'),
    metric,
    against: metricName.describe('Metric it must agree with.'),
    tolerance: z
      .number()
      .min(0)
      .default(0)
      .describe('Largest allowed difference, in percent of `against`.'),
  })
  .describe('Two figures agree.');

const required = z
  .strictObject({
    ...base,
    type: z.literal('required'),
    metrics: z
      .array(metricName)
      .min(1)
      .describe('Metrics that must all have a value.'),
    audience: id
      .optional()
      .describe(
        'Asked for at each run of this audience. Without it, at each run.',
      ),
  })
  .describe('All named figures are present.');

const silence = z
  .strictObject({
    ...base,
    type: z.literal('silence'),
    metric: metricName
      .optional()
      .describe(
        'Metric that must keep coming. Without it, anything about the pipeline counts.',
      ),
    silentFor: duration.describe('Warns when nothing was heard for this long.'),
  })
  .describe('Something was heard lately.');

/**
 * Every kind of monitor, told apart by `type`.
 *
 * @public
 */
export const monitorSchema = z.discriminatedUnion('type', [
  threshold,
  range,
  change,
  anomaly,
  freshness,
  reconciliation,
  required,
  silence,
]);

/** The limits of a threshold monitor, as the Open Data Contract Standard names them. */
export const THRESHOLD_OPERATORS = [
  'mustBe',
  'mustNotBe',
  'mustBeGreaterThan',
  'mustBeGreaterOrEqualTo',
  'mustBeLessThan',
  'mustBeLessOrEqualTo',
] as const;

/**
 * What warns about a pipeline, told apart by `type`. Durations are texts such
 * as `15m`, shares are percentages.
 *
 * @public
 */
export type Monitor = z.input<typeof monitorSchema>;
