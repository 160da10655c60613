import { MeasuredValue } from '@techflow/backstage-plugin-pipelines-node';
import { StoredQuestion } from '../database/metricQueries/MetricQueryStore';
import { Measurement } from '../ingest/heard';
import { allowedDimensions } from './allowedDimensions';
import { AskedTime } from './askTimes';

const MOST_SERIES = 100;
const MOST_FIGURES = 10_000;

function refuseMore(count: number, most: number, what: string): void {
  if (count <= most) return;
  throw new Error(
    `The answer has ${count} ${what}, and at most ${most} are kept: aggregate in the query`,
  );
}

function isAsked(
  at: Date,
  { every }: StoredQuestion,
  { from, to }: AskedTime,
): boolean {
  return at > from && at <= to && at.getTime() % (every * 1_000) === 0;
}

/**
 * An answer as measurements of the pipeline. Each is named by its instant, so that
 * the same figure asked again is a repeat. What is no number is no figure. Pure.
 *
 * @throws Error, in a sentence for readers of the pipeline, if it cannot be kept
 */
export function toMeasurements(
  question: StoredQuestion,
  asked: AskedTime,
  values: readonly MeasuredValue[],
): Measurement[] {
  refuseMore(values.length, MOST_FIGURES, 'figures');
  const seriesAt = new Map<string, Set<number>>();
  const measurements = values.flatMap((each): Measurement[] => {
    const { at, value } = each;
    if (!isAsked(at, question, asked)) {
      throw new Error('The answer has a figure of a time that was not asked');
    }
    const dimensions = allowedDimensions(each.dimensions);
    const series = JSON.stringify(dimensions);
    const times = seriesAt.get(series) ?? new Set();
    // Labels that are left out may have told them apart; no one of them is right.
    if (times.has(at.getTime())) {
      throw new Error(
        'The answer has several figures of one time with the same labels: aggregate in the query',
      );
    }
    seriesAt.set(series, times.add(at.getTime()));
    if (!Number.isFinite(value)) return [];
    return [
      {
        subject: { pipelineRef: question.pipelineRef },
        metric: question.metric,
        dimensions,
        at,
        figure: value,
        key: at.toISOString(),
      },
    ];
  });
  refuseMore(seriesAt.size, MOST_SERIES, 'series');
  return measurements;
}
