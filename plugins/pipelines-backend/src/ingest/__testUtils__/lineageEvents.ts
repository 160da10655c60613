/** A job of the company's scheduler. */
export const JOB = { namespace: 'airflow', name: 'profit_investors' };

/** A step of {@link JOB}. */
export const STEP = { namespace: 'airflow', name: 'profit_investors.load' };

/** Any OpenLineage event, as JSON. */
export type WireEvent = Record<string, unknown>;

/** A small run event; what a test is about is given. */
export function runEvent(
  changes: {
    eventType?: string;
    eventTime?: string;
    runId?: string;
    job?: { namespace: string; name: string };
    runFacets?: object;
    jobFacets?: object;
    inputs?: object[];
    outputs?: object[];
    producer?: string;
  } = {},
): WireEvent {
  const {
    eventType = 'START',
    eventTime = '2026-11-01T11:00:00Z',
    runId = '0190a000-0000-7000-8000-000000000001',
    job = JOB,
    runFacets,
    jobFacets,
    inputs,
    outputs,
    producer = 'https://example.com/scheduler',
  } = changes;
  return {
    eventType,
    eventTime,
    producer,
    schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json',
    run: { runId, ...(runFacets && { facets: runFacets }) },
    job: { ...job, ...(jobFacets && { facets: jobFacets }) },
    ...(inputs && { inputs }),
    ...(outputs && { outputs }),
  };
}

/** A data set that a run wrote, and how many rows. */
export function written(name: string, rowCount: number) {
  return {
    namespace: 'warehouse',
    name,
    outputFacets: { outputStatistics: { rowCount } },
  };
}
