import { z } from 'zod';
import { Weekday, WEEKDAYS } from '../schema/deadline';
import {
  calendarDate,
  cron,
  duration,
  entityRef,
  id,
  metricName,
  ownerRef,
  text,
  timeZone,
} from '../schema/values';
import { monitorSchema } from './monitors';
import { objectiveSchema } from './objectives';

const output = z.strictObject({
  name: text.describe('What comes out.'),
  audience: id.describe(
    'Who reads it, such as experiments, investors or executives.',
  ),
  formula: text.optional().describe('How it is computed, in words.'),
});

const schedule = z.strictObject({
  audience: id.describe('The audience this schedule serves.'),
  cron: cron.describe('When a run is expected.'),
  timeZone: timeZone.describe('Zone the cron expression is read in.'),
  grace: duration
    .default('0m')
    .describe(
      'How long after the expected time a good run still counts as on time.',
    ),
});

const job = z.strictObject({
  namespace: text.describe('OpenLineage job namespace.'),
  name: text.describe('OpenLineage job name.'),
  audience: id
    .optional()
    .describe(
      'Audience whose schedule its runs answer. Without it, those of all audiences.',
    ),
});

const source = z.strictObject({
  type: id.describe('Measurement source that is asked, such as prometheus.'),
  query: text.describe(
    'What it is asked, in its own language, such as PromQL.',
  ),
  every: duration.default('1m').describe('How often it is asked.'),
  endpoint: id
    .optional()
    .describe(
      'Which endpoint of the configuration is asked. Without it, the one named default.',
    ),
});

const metric = z.strictObject({
  name: metricName.describe('Name under which its figures are measured.'),
  title: text.optional().describe('Short name shown on screens.'),
  unit: text.optional().describe('What it is counted in, such as messages.'),
  source: source
    .optional()
    .describe(
      'Where Backstage asks for it. Without it, tools send the figures themselves.',
    ),
});

const holiday = z.strictObject({
  date: calendarDate.describe('The day, in the zone of the promises.'),
  name: text.describe('What the day is called.'),
});

const businessCalendar = z.strictObject({
  weekend: z
    .array(z.enum(WEEKDAYS))
    .default(['saturday', 'sunday'])
    .describe('Days of the week that are no business days.'),
  holidays: z
    .array(holiday)
    .default([])
    .describe('Dated days that are no business days.'),
});

const sla = z.strictObject({
  timeZone: timeZone.describe('Zone in which deadlines and months are read.'),
  calendar: businessCalendar
    .optional()
    .describe(
      'Which days are business days, for deadlines that count them. Without it, Monday to Friday.',
    ),
  objectives: z.array(objectiveSchema).min(1).describe('What is promised.'),
});

/**
 * The spec of a Pipeline: the one source of its type, schema and reference.
 *
 * @public
 */
export const pipelineSpecSchema = z.strictObject({
  type: z
    .enum(['batch', 'streaming', 'aggregate'])
    .describe(
      'How it works: in runs, without end, or by joining other pipelines.',
    ),
  lifecycle: text.describe(
    'Stage of its life, such as experimental, production or deprecated.',
  ),
  owner: ownerRef.describe('Primary owner, the only one that owns.'),
  secondaryOwner: ownerRef
    .optional()
    .describe('Looks after it when the primary owner cannot.'),
  stakeholders: z
    .array(ownerRef)
    .optional()
    .describe('Business stakeholders: people and groups who rely on it.'),
  system: entityRef({ kinds: ['System'] })
    .optional()
    .describe('System it is part of.'),
  criticality: z
    .enum(['highest', 'high', 'medium-high', 'medium', 'low'])
    .describe('How much depends on it.'),
  purpose: text.describe('What it is for, in a sentence.'),
  rotation: entityRef({ kinds: ['Rotation'] })
    .optional()
    .describe('Who is on call for it.'),
  escalationPolicy: entityRef({ kinds: ['EscalationPolicy'] })
    .optional()
    .describe('Who is told next, and when.'),
  runbook: entityRef({ kinds: ['Runbook'] })
    .optional()
    .describe('What to do when it breaks.'),
  dependsOn: z
    .array(entityRef({ kinds: ['Pipeline', 'Component', 'Resource', 'API'] }))
    .optional()
    .describe('What it reads from. A name without a kind is a Pipeline.'),
  dataSources: z
    .array(text)
    .optional()
    .describe('Where its data comes from, in words.'),
  dataTypes: z.array(text).optional().describe('Sorts of data it reads.'),
  outputs: z
    .array(output)
    .optional()
    .describe('What it produces, and for whom.'),
  schedules: z
    .array(schedule)
    .optional()
    .describe('When runs are expected, one schedule for each audience.'),
  jobs: z
    .array(job)
    .optional()
    .describe(
      'Jobs, as OpenLineage names them, whose runs are runs of this pipeline.',
    ),
  metrics: z
    .array(metric)
    .optional()
    .describe('Figures that are measured about it.'),
  sla: sla.optional().describe('What it promises.'),
  monitors: z.array(monitorSchema).optional().describe('What warns about it.'),
});

/**
 * The spec of a Pipeline as people write it.
 *
 * @public
 */
export type PipelineSpec = z.input<typeof pipelineSpecSchema>;

/** How much depends on a pipeline, most first. @public */
export type Criticality = PipelineSpec['criticality'];

/**
 * Which days are business days: all but those of the weekend and the holidays.
 * Dates are `yyyy-MM-dd`.
 *
 * @public
 */
export interface BusinessCalendar {
  /** Days of the week that are no business days. */
  weekend: Weekday[];
  /** Dated days that are no business days. */
  holidays: { date: string; name: string }[];
}

/** A figure that is measured about a pipeline. @public */
export type PipelineMetric = NonNullable<PipelineSpec['metrics']>[number];
