import type { Monitor } from '../kinds/monitors';
import { durationToWords } from '../schema/duration';
import type { RuleWords } from './objectiveWords';
import {
  capitalised,
  listWords,
  metricWords,
  numberWords,
  percentWords,
} from './words';

type Of<TType extends Monitor['type']> = Extract<Monitor, { type: TType }>;

const quoted = (metric: string) => `"${metricWords(metric)}"`;

/** A threshold says what is good; the sentence says what warns. */
function thresholdWords(monitor: Of<'threshold'>): string {
  const figure = `when ${quoted(monitor.metric)} is`;
  const limits: [value: number | undefined, words: (n: string) => string][] = [
    [monitor.mustBe, n => `anything but ${n}`],
    [monitor.mustNotBe, n => n],
    [monitor.mustBeGreaterThan, n => `${n} or below`],
    [monitor.mustBeGreaterOrEqualTo, n => `below ${n}`],
    [monitor.mustBeLessThan, n => `${n} or above`],
    [monitor.mustBeLessOrEqualTo, n => `above ${n}`],
  ];
  const warns = limits.flatMap(([value, words]) =>
    value === undefined ? [] : [words(numberWords(value))],
  );
  return `${figure} ${warns.join(' or ')}`;
}

function changeWords({
  metric,
  period,
  mustNotDropMoreThan,
  mustNotRiseMoreThan,
}: Of<'change'>): string {
  const moves = [
    mustNotDropMoreThan &&
      `a drop of more than ${percentWords(mustNotDropMoreThan)}`,
    mustNotRiseMoreThan &&
      `a rise of more than ${percentWords(mustNotRiseMoreThan)}`,
  ].filter(Boolean);
  return `of ${moves.join(' or ')} in ${metricWords(
    metric,
  )} against the previous ${period}`;
}

const UNUSUAL = { spike: 'rise', drop: 'drop', both: 'change' } as const;

function anomalyWords({
  metric,
  direction = 'both',
  window,
}: Of<'anomaly'>): string {
  return `of an unusual ${UNUSUAL[direction]} in ${metricWords(
    metric,
  )} against the last ${durationToWords(window)}`;
}

function reconciliationWords({
  metric,
  against,
  tolerance,
}: Of<'reconciliation'>): string {
  const by = tolerance ? ` by more than ${percentWords(tolerance)}` : '';
  return `when ${quoted(metric)} and ${quoted(against)} differ${by}`;
}

function requiredWords({ metrics, audience }: Of<'required'>): string {
  const missing =
    metrics.length === 1
      ? `${quoted(metrics[0])} is`
      : `any of ${listWords(metrics.map(quoted))} is`;
  const run = audience ? `a run for ${audience}` : 'a run';
  return `when ${missing} missing from ${run}`;
}

const TITLES = {
  threshold: 'limit',
  range: 'range',
  change: 'change',
  anomaly: 'anomaly',
  freshness: 'Data freshness',
  reconciliation: 'agreement',
  required: 'Required figures',
  silence: 'Silence',
} as const;

function titleOf(monitor: Monitor): string {
  const title = TITLES[monitor.type];
  return 'metric' in monitor && monitor.metric && monitor.type !== 'silence'
    ? capitalised(`${metricWords(monitor.metric)}: ${title}`)
    : title;
}

function warning(monitor: Monitor): string {
  switch (monitor.type) {
    case 'threshold':
      return thresholdWords(monitor);
    case 'range': {
      const [low, high] = monitor.mustBeBetween.map(numberWords);
      return `when ${quoted(monitor.metric)} is outside ${low} to ${high}`;
    }
    case 'change':
      return changeWords(monitor);
    case 'anomaly':
      return anomalyWords(monitor);
    case 'freshness':
      return `when the newest data is older than ${durationToWords(
        monitor.maxAge,
      )}`;
    case 'reconciliation':
      return reconciliationWords(monitor);
    case 'required':
      return requiredWords(monitor);
    default: {
      const whom = monitor.metric ? quoted(monitor.metric) : 'the pipeline';
      return `when nothing is heard of ${whom} for ${durationToWords(
        monitor.silentFor,
      )}`;
    }
  }
}

/**
 * Says in plain words what a monitor warns of: "Warns of a drop of more than
 * 10 % in revenue against the previous month".
 *
 * @public
 */
export function monitorWords(monitor: Monitor): RuleWords {
  const holding = monitor.for
    ? `, for at least ${durationToWords(monitor.for)}`
    : '';
  return {
    title: monitor.title ?? titleOf(monitor),
    sentence: `Warns ${warning(monitor)}${holding}`,
  };
}
