import type {
  MeasuredDay,
  MeasuredPoint,
  MetricSeries,
  PipelineMetric,
  PipelineSpec,
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

/** Metrics that a promise or a monitor reads the age of the data from. */
export function watermarksOf(spec: PipelineSpec): Set<string> {
  const rules = [...(spec.sla?.objectives ?? []), ...(spec.monitors ?? [])];
  return new Set(
    rules.flatMap(rule =>
      rule.type === 'freshness' && rule.watermark ? [rule.watermark] : [],
    ),
  );
}

// Of our own names, see docs/ingest.md: dataset.newest, source.newest.
const NEWEST = /(^|[._-])newest$/;

/** A series as the API answers it. */
export function toMetricSeries(options: {
  series: Series;
  latest?: Point;
  watermarks: ReadonlySet<string>;
  /** What the Pipeline's spec says of the metric. */
  metric?: PipelineMetric;
  /** The job that told it. */
  job?: KnownJob;
}): MetricSeries {
  const { series, latest, watermarks, metric, job } = options;
  return {
    id: String(series.id),
    metric: series.metric,
    ...(metric?.title && { title: metric.title }),
    ...(metric?.unit && { unit: metric.unit }),
    dimensions: { ...series.dimensions },
    isInstant: watermarks.has(series.metric) || NEWEST.test(series.metric),
    ...(job && { job: { namespace: job.namespace, name: job.name } }),
    ...(latest && { latest: toMeasuredPoint(latest) }),
  };
}
