/*
 * Events that disagree, repeat themselves and come without what they need, each
 * with what it deserves: for a run without a folder of samples.
 */
const DAG = { namespace: 'scheduler', name: 'profit' };
const TASK = { namespace: 'scheduler', name: 'profit.load' };
const STREAM = { namespace: 'stream', name: 'clicks' };

const time = seconds =>
  new Date(Date.parse('2024-03-01T06:00:00Z') + seconds * 1_000).toISOString();

const runEvent = (job, runId, eventType, seconds, more = {}) => ({
  eventType,
  eventTime: time(seconds),
  producer: 'https://example.com/own',
  schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json',
  job: { ...job, facets: more.jobFacets ?? {} },
  run: { runId, facets: more.runFacets ?? {} },
  inputs: more.inputs ?? [],
  outputs: more.outputs ?? [],
});

const parent = (job, runId) => ({ parent: { job, run: { runId } } });

const written = (name, rowCount) => ({
  namespace: 'warehouse',
  name,
  outputFacets: { outputStatistics: { rowCount } },
});

const assertions = {
  dataQualityAssertions: {
    assertions: [
      { assertion: 'not_null', column: 'id', success: true },
      { assertion: 'unique', column: 'id', success: false },
    ],
  },
};

const tested = {
  namespace: 'warehouse',
  name: 'billing',
  facets: assertions,
  inputFacets: {
    ...assertions,
    dataQualityMetrics: {
      rowCount: 100,
      columnMetrics: { id: { nullCount: 3, min: 1, max: 99 } },
    },
  },
};

const slot = { nominalTime: { nominalStartTime: '2024-03-01T06:00:00+00:00' } };
const streaming = { jobType: { processingType: 'STREAMING' } };

const accepted = [
  runEvent(DAG, 'one', 'START', 0, { runFacets: slot }),
  runEvent(TASK, 'one-load', 'START', 10, { runFacets: parent(DAG, 'one') }),
  runEvent(TASK, 'one-load', 'RUNNING', 20, { outputs: [written('a', 1)] }),
  runEvent(TASK, 'one-load', 'COMPLETE', 30, {
    runFacets: parent(DAG, 'one'),
    outputs: [written('a', 7), written('b', 5)],
    inputs: [tested],
  }),
  runEvent(DAG, 'one', 'COMPLETE', 40),
  // Two ends, and what is heard of it later.
  runEvent(DAG, 'two', 'FAIL', 50, {
    runFacets: { errorMessage: { message: 'Out of memory' } },
  }),
  runEvent(DAG, 'two', 'COMPLETE', 60, { outputs: [written('c', 1)] }),
  runEvent(DAG, 'two', 'OTHER', 70, {
    runFacets: { processing_engine: { name: 'Airflow', version: '3.1.0' } },
  }),
  // Two that happened in one millisecond.
  runEvent(DAG, 'three', 'COMPLETE', 80, {
    runFacets: { processing_engine: { name: 'first' } },
    outputs: [written('d', 1)],
  }),
  runEvent(DAG, 'three', 'ABORT', 80, {
    runFacets: { processing_engine: { name: 'second' } },
    outputs: [written('d', 2)],
  }),
  // The same run id in another job, and a step whose parent nobody heard of.
  runEvent(TASK, 'one', 'START', 90),
  runEvent(TASK, 'lost', 'COMPLETE', 95, {
    runFacets: parent({ namespace: 'elsewhere', name: 'unheard' }, 'gone'),
  }),
  runEvent(STREAM, 'ever', 'RUNNING', 100, {
    jobFacets: streaming,
    outputs: [written('clicks', 10)],
  }),
  runEvent(STREAM, 'ever', 'RUNNING', 160, {
    jobFacets: streaming,
    outputs: [written('clicks', 20)],
  }),
  runEvent(DAG, 'four', 'START', 200, {
    runFacets: { airflowDagRun: { dagRun: { run_type: 'backfill' } } },
    inputs: [tested],
  }),
  runEvent(DAG, 'four', 'COMPLETE', 210, { inputs: [tested] }),
  // What tools leave out, and what they write in other ways.
  { ...runEvent(DAG, 'five', 'START', 220), eventTime: '2024-03-01T06:03:40' },
  { ...runEvent(DAG, 'five', null, 230), producer: undefined },
  {
    ...runEvent(DAG, 'five', 'COMPLETE', 0),
    eventTime: '2024-03-01T16:04:00.1234+10:00',
  },
  {
    eventTime: time(240),
    producer: 'https://example.com/own',
    job: { ...DAG, facets: { ownership: { owners: [{ name: '***' }] } } },
    outputs: [written('e', 1)],
  },
  {
    eventTime: time(250),
    producer: 'https://example.com/own',
    dataset: { namespace: 'warehouse', name: 'billing' },
  },
];

const broken = [
  runEvent(DAG, 'six', 'COMPLETE', 300, {
    runFacets: { parent: { job: TASK, run: {} } },
  }),
  runEvent(DAG, 'six', 'COMPLETE', 301, {
    outputs: [
      {
        namespace: 'warehouse',
        name: 'f',
        outputFacets: { outputStatistics: { rowCount: 'many', size: 3 } },
      },
    ],
  }),
];

const good = runEvent(DAG, 'seven', 'COMPLETE', 400);
const refused = [
  { ...good, run: {} },
  { ...good, run: { runId: null } },
  { ...good, job: { namespace: 'scheduler', name: null } },
  { ...good, eventTime: '2024-02-30T00:00:00Z' },
  { ...good, eventType: 'DONE' },
  { ...good, outputs: [written('g', 1), { namespace: 'warehouse' }] },
];

const as = expect => (event, index) => ({
  name: `${expect} ${index + 1}`,
  expect,
  event,
});

/** In the form that samples.mjs reads a folder into. */
export const ownEvents = [
  ...accepted.map(as('accept')),
  ...broken.map(as('reject-or-drop-facet')),
  ...refused.map(as('reject')),
];
