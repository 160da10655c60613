/* A body of each format that is taken as it stands; it is spoilt later. */
// The same all day long, so that a seed repeats them.
const today = new Date().setUTCHours(0, 0, 0, 0);
const at = new Date(today - 3_600_000).toISOString();
const later = new Date(today - 1_800_000).toISOString();

export const PIPELINE = 'fuzzed';
export const JOB = { namespace: 'scheduler', name: 'fuzzed' };

const assertions = {
  _producer: 'https://example.com/fuzz',
  assertions: [
    { assertion: 'not_null', column: 'id', success: true },
    { assertion: 'unique', column: 'id', success: false, name: 'test.unique' },
  ],
};

/** An event with a facet of each kind that is read. */
export const event = {
  eventType: 'COMPLETE',
  eventTime: at,
  producer: 'https://example.com/fuzz',
  schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json',
  run: {
    runId: '0190a000-0000-7000-8000-000000000001',
    facets: {
      nominalTime: { nominalStartTime: at, nominalEndTime: later },
      parent: {
        run: { runId: 'above' },
        job: { namespace: 'scheduler', name: 'above' },
        root: { run: { runId: 'above' }, job: JOB },
      },
      errorMessage: { message: 'Oh', programmingLanguage: 'SQL' },
      processing_engine: { name: 'Airflow', version: '3.1.0' },
      airflow: {
        dagRun: { run_type: 'scheduled' },
        taskInstance: { log_url: 'https://example.com/log' },
      },
      spark_applicationDetails: { uiWebUrl: 'https://example.com/ui' },
      test: { tests: [{ name: 'a', status: 'pass', type: 'not_null' }] },
    },
  },
  job: {
    ...JOB,
    facets: {
      jobType: { processingType: 'BATCH', integration: 'AIRFLOW' },
      ownership: { owners: [{ name: '***' }] },
      sql: { query: 'select 1' },
    },
  },
  inputs: [
    {
      namespace: 'warehouse',
      name: 'billing',
      facets: { dataQualityAssertions: assertions },
      inputFacets: {
        inputStatistics: { rowCount: 10, size: 100, fileCount: 1 },
        dataQualityAssertions: assertions,
        dataQualityMetrics: {
          rowCount: 10,
          bytes: 100,
          lastUpdated: at,
          columnMetrics: {
            id: { nullCount: 1, distinctCount: 9, sum: 3, min: 1, max: 2 },
          },
        },
      },
    },
  ],
  outputs: [
    {
      namespace: 'warehouse',
      name: 'profit',
      outputFacets: { outputStatistics: { rowCount: 7, size: 70 } },
    },
  ],
};

const jobEvent = { eventTime: at, producer: event.producer, job: event.job };

const datasetEvent = {
  eventTime: at,
  producer: event.producer,
  dataset: { namespace: 'warehouse', name: 'billing', facets: {} },
};

const metadata = {
  dbt_schema_version: 'https://schemas.getdbt.com/dbt/run-results/v6.json',
  dbt_version: '1.10.0',
  generated_at: at,
  invocation_id: 'b2f0b1d4-5c1e-4e83-9a5e-0b9c0f5a7d11',
};

const measurement = {
  pipelineRef: PIPELINE,
  metric: 'rows',
  at,
  value: 17,
  dimensions: { region: 'emea' },
  key: 'first',
};

/** What is posted where, and how often of a hundred. */
export const FORMATS = [
  { path: '/v1/lineage', share: 34, body: event },
  { path: '/v1/lineage', share: 3, body: jobEvent },
  { path: '/v1/lineage', share: 2, body: datasetEvent },
  {
    path: '/v1/lineage/batch',
    share: 10,
    body: [event, jobEvent, datasetEvent, { ...event, eventType: 'START' }],
  },
  {
    path: '/v1/measurements',
    share: 14,
    body: {
      measurements: [
        measurement,
        { ...measurement, value: at, key: 'second' },
        {
          pipelineRef: `pipeline:default/${PIPELINE}`,
          metric: 'events.valid',
          at,
          good: 9,
          total: 10,
        },
      ],
    },
  },
  {
    path: `/v1/dbt/sources?pipelineRef=${PIPELINE}`,
    share: 5,
    body: {
      metadata: {
        ...metadata,
        dbt_schema_version: 'https://schemas.getdbt.com/dbt/sources/v3.json',
      },
      results: [
        {
          unique_id: 'source.shop.raw.orders',
          status: 'pass',
          max_loaded_at: at,
          snapshotted_at: later,
          criteria: { warn_after: { count: 12, period: 'hour' } },
        },
        { unique_id: 'source.shop.b', status: 'runtime error', error: 'Oh' },
      ],
    },
  },
  {
    path: `/v1/dbt/run-results?pipelineRef=${PIPELINE}&namespace=dbt&name=nightly`,
    share: 6,
    body: {
      metadata,
      elapsed_time: 9.5,
      results: [
        {
          unique_id: 'model.shop.orders',
          status: 'success',
          timing: [{ name: 'execute', started_at: at, completed_at: later }],
          execution_time: 9.25,
          adapter_response: { rows_affected: 120 },
          message: 'INSERT 0 120',
        },
        { unique_id: 'test.shop.not_null', status: 'fail', timing: [] },
      ],
    },
  },
  {
    path: `/v1/great-expectations/validation-results?pipelineRef=${PIPELINE}`,
    share: 5,
    body: {
      success: true,
      suite_name: 'orders.critical',
      meta: {
        run_id: { run_name: 'nightly', run_time: at },
        validation_time: at,
        active_batch_definition: { data_asset_name: 'orders' },
      },
      results: [
        {
          success: true,
          expectation_config: {
            type: 'expect_column_values_to_be_unique',
            kwargs: { column: 'id' },
          },
          result: { element_count: 200, unexpected_count: 3 },
          exception_info: { raised_exception: false },
        },
      ],
    },
  },
  {
    path: '/v1/alerts/alertmanager',
    share: 6,
    body: {
      version: '4',
      status: 'resolved',
      alerts: [
        {
          status: 'resolved',
          labels: { alertname: 'Lag', pipeline: PIPELINE, severity: 'high' },
          annotations: { summary: 'Nobody reads clicks' },
          startsAt: at,
          endsAt: later,
          generatorURL: 'https://example.com/graph',
          fingerprint: 'c4f7a1d2e3b40596',
        },
      ],
    },
  },
];

const range = { from: at, to: new Date(today + 86_400_000).toISOString() };
const runId = 'x'.repeat(43);

/** What is asked where. */
export const QUESTIONS = [
  { path: '/v1/runs', query: { pipelineRef: PIPELINE, limit: '5' } },
  {
    path: '/v1/runs',
    query: { ...JOB, state: 'running,complete', cursor: `${at}_${runId}` },
  },
  { path: `/v1/runs/${runId}`, query: {} },
  { path: `/v1/runs/${runId}/steps`, query: {} },
  {
    path: '/v1/jobs',
    query: { claimed: 'false', limit: '5', cursor: `${at}_${runId}` },
  },
  {
    path: `/v1/pipelines/default/${PIPELINE}/series`,
    query: { limit: '5', cursor: '1_rows' },
  },
  {
    path: `/v1/pipelines/default/${PIPELINE}/series/1/measurements`,
    query: range,
  },
  {
    path: `/v1/pipelines/default/${PIPELINE}/alerts`,
    query: { state: 'firing' },
  },
  { path: `/v1/pipelines/default/${PIPELINE}/queries`, query: {} },
  { path: '/v1/senders', query: {} },
  { path: '/v1/refusals', query: {} },
  { path: '/v1/queries', query: { state: 'failing' } },
];
