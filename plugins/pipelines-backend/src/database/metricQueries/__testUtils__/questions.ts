import { MetricQuestion } from '../MetricQueryStore';

export const ENGAGEMENT = 'pipeline:default/engagement';
export const GROWTH = 'pipeline:default/growth';

/** So many minutes past nine. */
export function at(minutes: number): Date {
  return new Date(Date.UTC(2026, 10, 23, 9, minutes));
}

export function lagOf(other: Partial<MetricQuestion> = {}): MetricQuestion {
  return {
    metric: 'kafka.consumer-lag',
    source: 'prometheus',
    endpoint: 'default',
    query: 'max(kafka_consumergroup_lag)',
    every: 60,
    ...other,
  };
}

export const depth = lagOf({
  metric: 'kafka.queue-depth',
  query: 'sum(rabbitmq_queue_messages)',
});

/** Claims at a minute past nine, for two minutes. */
export function claimAt(minutes: number, owner = 'one', limit = 10) {
  return { now: at(minutes), limit, leaseUntil: at(minutes + 2), owner };
}

/** The lag of engagement, as whoever claimed it names it. */
export function lagBy(owner: string) {
  return { pipelineRef: ENGAGEMENT, metric: 'kafka.consumer-lag', owner };
}
