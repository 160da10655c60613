import { Knex } from 'knex';
import { fromDate, toDate, toOptionalDate } from '../instant';
import { MetricQuestion, StoredQuestion } from './MetricQueryStore';

/** A row of the questions. */
export type MetricQueryRow = {
  id: number;
  pipeline_ref: string;
  metric: string;
  source: string;
  endpoint: string;
  query: string;
  every_seconds: number;
  next_at: string;
  measured_to: string | null;
  failures: number;
  last_success_at: string | null;
  last_error: string | null;
  lease_until: string | null;
  leased_by: string | null;
};

/** The questions, by pipeline and metric. */
export function metricQueries(knex: Knex) {
  return knex<MetricQueryRow>('metric_queries');
}

/** The row of a question that was never asked. */
export function toNewRow(
  pipelineRef: string,
  question: MetricQuestion,
  now: Date,
): Omit<MetricQueryRow, 'id'> {
  return {
    pipeline_ref: pipelineRef,
    metric: question.metric,
    source: question.source,
    endpoint: question.endpoint,
    query: question.query,
    every_seconds: question.every,
    next_at: fromDate(now),
    measured_to: null,
    failures: 0,
    last_success_at: null,
    last_error: null,
    lease_until: null,
    leased_by: null,
  };
}

/** Whether the row asks just this. */
export function asksSame(row: MetricQueryRow, question: MetricQuestion) {
  return (
    row.source === question.source &&
    row.endpoint === question.endpoint &&
    row.query === question.query &&
    row.every_seconds === question.every
  );
}

export function toQuestion(row: MetricQueryRow): StoredQuestion {
  const measuredTo = toOptionalDate(row.measured_to);
  const lastSuccessAt = toOptionalDate(row.last_success_at);
  return {
    pipelineRef: row.pipeline_ref,
    metric: row.metric,
    source: row.source,
    endpoint: row.endpoint,
    query: row.query,
    every: row.every_seconds,
    nextAt: toDate(row.next_at),
    ...(measuredTo && { measuredTo }),
    failures: row.failures,
    ...(lastSuccessAt && { lastSuccessAt }),
    ...(row.last_error !== null && { lastError: row.last_error }),
  };
}
