import type { Objective } from '../kinds/objectives';
import type { PipelineSpec } from '../kinds/pipeline';
import { durationToWords } from '../schema/duration';
import { cronWords, deadlineWords, zonePlace } from './timeWords';
import {
  capitalised,
  listWords,
  metricWords,
  percentWords,
  possessive,
} from './words';

/**
 * A rule of a pipeline said plainly.
 *
 * @public
 */
export interface RuleWords {
  /** Short name: the author's own, or one made from the sort of rule. */
  title: string;
  /** The whole rule in one sentence, without a full stop. */
  sentence: string;
}

/**
 * A promise said plainly.
 *
 * @public
 */
export interface ObjectiveWords extends RuleWords {
  /** How much of it must be kept, such as "99.9 % of the time" or "every month". */
  target: string;
  /** What is still allowed after the deadline, such as "2 hours' grace". */
  grace?: string;
}

/**
 * What a promise needs to know of its pipeline to be said in words.
 *
 * @public
 */
export interface ObjectiveContext {
  /** Zone of `sla`, in which deadlines are read. */
  timeZone: string;
  /** The pipeline's schedules. */
  schedules: NonNullable<PipelineSpec['schedules']>;
  /** Name of a person or group; given the reference as the spec writes it. */
  nameOf(ref: string): string;
}

type Of<TType extends Objective['type']> = Extract<Objective, { type: TType }>;

/** The target that the schema fills in where none is written. */
const FULL = 100;

function graceWords(grace: string | undefined): { grace?: string } {
  if (!grace || /^0+\D/.test(grace)) return {};
  return { grace: `${possessive(durationToWords(grace))} grace` };
}

function deliveryWords(
  objective: Of<'delivery'>,
  context: ObjectiveContext,
): ObjectiveWords {
  const { audience, deadline } = objective;
  const title = audience ? `Delivery to ${audience}` : 'Delivery';
  const target = 'every time';
  if (deadline) {
    const due = `${deadlineWords(deadline)} (${zonePlace(context.timeZone)})`;
    const sentence = `Figures are ready by ${due}`;
    return { title, sentence, target, ...graceWords(objective.grace) };
  }
  const figures = audience
    ? `${capitalised(possessive(audience))} figures`
    : 'Figures';
  const schedule = context.schedules.find(item => item.audience === audience);
  if (!schedule) return { title, sentence: `${figures} are ready`, target };
  const due = `${cronWords(schedule.cron)} (${zonePlace(schedule.timeZone)})`;
  const sentence = `${figures} are ready ${due}`;
  return { title, sentence, target, ...graceWords(schedule.grace) };
}

function freshnessWords({
  maxAge,
  target = FULL,
}: Of<'freshness'>): ObjectiveWords {
  const age = durationToWords(maxAge);
  return {
    title: 'Data freshness',
    sentence:
      target === FULL
        ? `Data is never older than ${age}`
        : `Data is at most ${age} old, ${percentWords(target)} of the time`,
    target:
      target === FULL ? 'all the time' : `${percentWords(target)} of the time`,
  };
}

/** What good items are called when the share of them is promised. */
const GOOD = {
  accuracy: 'accurate',
  completeness: 'complete',
  conformity: 'valid',
  consistency: 'consistent',
  coverage: 'covered',
  timeliness: 'on time',
  uniqueness: 'unique',
} as const;

/** `accounts.completeness` measures accounts; what is good of them is said after. */
function thingsOf(metric: string, good: string, dimension = good): string {
  return metricWords(
    metric.replace(new RegExp(`[._-](${dimension}|${good})$`), ''),
  );
}

function ratioWords({
  metric,
  of,
  dimension,
  target = FULL,
}: Of<'ratio'>): ObjectiveWords {
  const good = dimension ? GOOD[dimension] : 'good';
  const things = of ?? thingsOf(metric, good, dimension);
  const share = `${percentWords(target)} of ${things} are ${good}`;
  return {
    title: capitalised(dimension ?? 'data quality'),
    sentence: target === FULL ? share : `At least ${share}`,
    target: percentWords(target),
  };
}

function successWords({
  audience,
  target = FULL,
}: Of<'success'>): ObjectiveWords {
  const share = `${percentWords(target)} of runs`;
  const whom = audience ? ` for ${audience}` : '';
  return {
    title: 'Success of runs',
    sentence:
      target === FULL
        ? `Every expected run${whom} succeeds`
        : `At least ${share}${whom} succeed`,
    target: share,
  };
}

function availabilityWords({
  target = FULL,
}: Of<'availability'>): ObjectiveWords {
  const share = `${percentWords(target)} of the time`;
  return {
    title: 'Availability',
    sentence:
      target === FULL
        ? 'The pipeline is always up'
        : `The pipeline is up ${share}`,
    target: share,
  };
}

function resolutionWords(
  { severities, within, by, target = FULL }: Of<'resolution'>,
  { timeZone }: ObjectiveContext,
): ObjectiveWords {
  const issues = severities ? `${listWords(severities)} issues` : 'issues';
  const whose =
    target === FULL
      ? capitalised(issues)
      : `At least ${percentWords(target)} of ${issues}`;
  const due = by
    ? ` by ${deadlineWords(by)} (${zonePlace(timeZone)})`
    : (within && ` within ${durationToWords(within)}`) || '';
  return {
    title: 'Issue resolution',
    sentence: `${whose} are mended${due}`,
    target: target === FULL ? 'every issue' : `${percentWords(target)} of them`,
  };
}

function reviewWords(
  { every, by, due }: Of<'review'>,
  { timeZone, nameOf }: ObjectiveContext,
): ObjectiveWords {
  const until = due
    ? `, by ${deadlineWords(due)} (${zonePlace(timeZone)})`
    : '';
  return {
    title: 'Review',
    sentence: `${nameOf(by)} reviews every ${every}${until}`,
    target: `every ${every}`,
  };
}

function wordsByType(
  objective: Objective,
  context: ObjectiveContext,
): ObjectiveWords {
  switch (objective.type) {
    case 'delivery':
      return deliveryWords(objective, context);
    case 'freshness':
      return freshnessWords(objective);
    case 'ratio':
      return ratioWords(objective);
    case 'success':
      return successWords(objective);
    case 'availability':
      return availabilityWords(objective);
    case 'resolution':
      return resolutionWords(objective, context);
    default:
      return reviewWords(objective, context);
  }
}

/**
 * Says a promise in the plain words of those who made it: "Critical issues are
 * mended within 48 hours".
 *
 * @public
 */
export function objectiveWords(
  objective: Objective,
  context: ObjectiveContext,
): ObjectiveWords {
  const words = wordsByType(objective, context);
  return { ...words, title: objective.title ?? words.title };
}
