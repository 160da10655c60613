import { MetricQuery } from '@techflow/backstage-plugin-pipelines-common';
import { StoredQuestion } from '../database/metricQueries/MetricQueryStore';

function stateOf({
  failures,
  lastSuccessAt,
}: StoredQuestion): MetricQuery['state'] {
  if (failures > 0) return 'failing';
  return lastSuccessAt ? 'ok' : 'waiting';
}

/** A question as the API tells of it. */
export function toMetricQuery(question: StoredQuestion): MetricQuery {
  const { lastError, lastSuccessAt } = question;
  return {
    pipelineRef: question.pipelineRef,
    metric: question.metric,
    source: question.source,
    query: question.query,
    state: stateOf(question),
    ...(lastError !== undefined && { error: lastError }),
    failures: question.failures,
    ...(lastSuccessAt && { lastSuccessAt: lastSuccessAt.toISOString() }),
    nextAt: question.nextAt.toISOString(),
  };
}
