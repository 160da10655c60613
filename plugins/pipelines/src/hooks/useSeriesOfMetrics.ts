import { useApi } from '@backstage/core-plugin-api';
import { MetricSeries } from '@techflow/backstage-plugin-pipelines-common';
import { pipelinesApiRef } from '../api';
import { allPages } from './allPages';
import { Loaded, useLoaded } from './useLoaded';

const PAGE = 100;

/**
 * The series that stands for each metric: the one without dimensions, else the
 * first.
 */
export function seriesByMetric(
  series: readonly MetricSeries[],
): Map<string, MetricSeries> {
  const sizeOf = ({ dimensions }: MetricSeries) =>
    Object.keys(dimensions).length;
  const first = new Map<string, MetricSeries>();
  for (const each of series) {
    const known = first.get(each.metric);
    if (!known || sizeOf(each) < sizeOf(known)) first.set(each.metric, each);
  }
  return first;
}

/** Series of a pipeline, one for each metric. */
export function useSeriesOfMetrics(
  pipelineRef: string,
): Loaded<Map<string, MetricSeries>> {
  const pipelinesApi = useApi(pipelinesApiRef);
  return useLoaded(pipelineRef, async () =>
    seriesByMetric(
      await allPages(cursor =>
        pipelinesApi.getSeries({ pipelineRef, limit: PAGE, cursor }),
      ),
    ),
  );
}
