import {
  durationToMillis,
  PipelineSpec,
} from '@techflow/backstage-plugin-pipelines-common';
import { MetricQuestion } from '../database/metricQueries/MetricQueryStore';

/** What `spec.metrics[].source` means where it says nothing. */
const USUALLY = { every: '1m', endpoint: 'default' };

// A duration may be 0m, and may be longer than any clock: neither may stop us.
const LEAST_S = 60;
const MOST_S = 7 * 86_400;

/** What a Pipeline asks of measurement sources. */
export function questionsOf(
  spec: Pick<PipelineSpec, 'metrics'>,
): MetricQuestion[] {
  return (spec.metrics ?? []).flatMap(({ name, source }) => {
    if (!source) return [];
    const { type, query, every, endpoint } = { ...USUALLY, ...source };
    const seconds = durationToMillis(every) / 1_000;
    return [
      {
        metric: name,
        source: type,
        endpoint,
        query,
        every: Math.min(Math.max(seconds, LEAST_S), MOST_S),
      },
    ];
  });
}
