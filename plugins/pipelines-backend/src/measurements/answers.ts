import type {
  MeasuredDay,
  MeasuredPoint,
  MetricSeries,
  PipelineMetric,
} from '@techflow/backstage-plugin-pipelines-common';
import { Day, KnownJob, Point, Series } from '../database';

/** A figure as the API answers it. */
export function toMeasuredPoint({ at, ...figure }: Point): MeasuredPoint {
  return { at: at.toISOString(), ...figure };
}

/** A day as the API answers it. */
export function toMeasuredDay(day: Day): MeasuredDay {
  return { ...day };
}

/** A series as the API answers it. */
export function toMetricSeries(options: {
  series: Series;
  latest?: Point;
  /** What the Pipeline's spec says of the metric. */
  metric?: PipelineMetric;
  /** The job that told it. */
  job?: KnownJob;
}): MetricSeries {
  const { series, latest, metric, job } = options;
  return {
    id: String(series.id),
    metric: series.metric,
    ...(metric?.title && { title: metric.title }),
    ...(metric?.unit && { unit: metric.unit }),
    dimensions: { ...series.dimensions },
    ...(job && { job: { namespace: job.namespace, name: job.name } }),
    ...(latest && { latest: toMeasuredPoint(latest) }),
  };
}
