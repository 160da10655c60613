import {
  HeardJob,
  MeasuredDay,
  MetricQuery,
  MetricSeries,
  PipelineAlert,
  Refusal,
  Run,
  Sender,
} from '@techflow/backstage-plugin-pipelines-common';

/** What tools told, in small; each test changes what it is about. */

const AIRFLOW =
  'https://github.com/apache/airflow/tree/providers-openlineage/2.3.0';

/** An address that runs something, put together so that nothing takes it for one. */
export const SCRIPT_ADDRESS = ['javascript', 'alert(1)'].join(':');

export const PIPELINE = 'pipeline:default/profit';

/** The daily run of 23 November, 06:00 in New York, good and on time. */
export function run(changes: Partial<Run> = {}): Run {
  return {
    id: 'run-1',
    runId: '0193577e-0000-7000-8000-000000000001',
    job: { namespace: 'airflow', name: 'profit_daily' },
    jobId: 'job-profit',
    state: 'complete',
    steps: 0,
    slot: {
      audience: 'experiments',
      expectedAt: '2026-11-23T11:00:00.000Z',
      dueAt: '2026-11-23T13:00:00.000Z',
      lateBy: 0,
    },
    isBackfill: false,
    isStreaming: false,
    startedAt: '2026-11-23T11:00:04.000Z',
    endedAt: '2026-11-23T11:24:16.000Z',
    duration: 1452,
    rows: 128_400,
    engine: 'Airflow 2.10.5',
    producer: AIRFLOW,
    sender: 'external:airflow',
    link: 'https://airflow.example.com/dags/profit_daily',
    firstHeardAt: '2026-11-23T11:00:05.000Z',
    lastHeardAt: '2026-11-23T11:24:17.000Z',
    remarks: [],
    ...changes,
  };
}

/** A step of {@link run}. */
export function step(name: string, changes: Partial<Run> = {}): Run {
  return run({
    id: `step-${name}`,
    job: { namespace: 'airflow', name: `profit_daily.${name}` },
    jobId: `job-${name}`,
    parentId: 'run-1',
    slot: undefined,
    duration: 61,
    rows: undefined,
    ...changes,
  });
}

export function heardJob(changes: Partial<HeardJob> = {}): HeardJob {
  return {
    id: 'job-churn',
    job: { namespace: 'airflow', name: 'Churn Monthly' },
    claimedBy: [],
    firstHeardAt: '2026-11-20T06:00:00.000Z',
    lastHeardAt: '2026-11-23T06:00:00.000Z',
    producer: AIRFLOW,
    sender: 'external:airflow',
    outputs: ['snowflake://acct fin.churn'],
    ...changes,
  };
}

export function sender(changes: Partial<Sender> = {}): Sender {
  return {
    sender: 'external:airflow',
    route: 'lineage',
    firstHeardAt: '2026-11-01T06:00:00.000Z',
    lastHeardAt: '2026-11-23T14:59:00.000Z',
    stored: 12_345,
    refused: 2,
    isSilent: false,
    ...changes,
  };
}

export function refusal(changes: Partial<Refusal> = {}): Refusal {
  return {
    id: 'refusal-1',
    sender: 'external:spark',
    route: 'lineage',
    of: 'item',
    reason: 'run.runId is missing; it must be some words.',
    count: 17,
    firstAt: '2026-11-22T06:00:00.000Z',
    lastAt: '2026-11-23T06:00:00.000Z',
    ...changes,
  };
}

export function metricQuery(changes: Partial<MetricQuery> = {}): MetricQuery {
  return {
    pipelineRef: PIPELINE,
    metric: 'kafka.consumer-lag',
    source: 'prometheus',
    query: 'sum(kafka_consumergroup_lag)',
    state: 'failing',
    error: 'connect ECONNREFUSED',
    failures: 12,
    lastSuccessAt: '2026-11-23T13:02:00.000Z',
    nextAt: '2026-11-23T15:04:00.000Z',
    ...changes,
  };
}

export function alert(changes: Partial<PipelineAlert> = {}): PipelineAlert {
  return {
    id: 'alert-1',
    pipelineRef: PIPELINE,
    name: 'ConsumerLagHigh',
    state: 'firing',
    severity: 'critical',
    summary: 'Lag is above 10,000 messages for 15 minutes',
    startsAt: '2026-11-23T14:30:00.000Z',
    link: 'https://prometheus.example.com/graph?g0.expr=lag',
    ...changes,
  };
}

export function series(changes: Partial<MetricSeries> = {}): MetricSeries {
  return {
    id: 'series-lag',
    metric: 'kafka.consumer-lag',
    title: 'Consumer lag',
    unit: 'messages',
    isInstant: false,
    dimensions: { topic: 'billing' },
    latest: { at: '2026-11-23T14:59:00.000Z', value: 1_204 },
    ...changes,
  };
}

/** A day of November 2026. */
export function day(
  date: number,
  changes: Partial<MeasuredDay> = {},
): MeasuredDay {
  return {
    day: `2026-11-${String(date).padStart(2, '0')}`,
    count: 24,
    min: 100,
    max: 900,
    last: 400 + date,
    ...changes,
  };
}
