import { factsIn, prepared, RECEIVED } from '../__testUtils__/prepared';
import { runEvent, written } from '../__testUtils__/lineageEvents';
import { RunFacts } from './runFacts';

/** What is told, without when and by which event. */
function plain(facts: RunFacts) {
  const { nominal, parent, isBackfill, isStreaming, error } = facts;
  const { engine, link, producer, sender } = facts;
  return {
    nominal: nominal?.is,
    parent: parent?.is,
    isBackfill: isBackfill?.is,
    isStreaming: isStreaming?.is,
    error: error?.is,
    engine: engine?.is,
    link: link?.is,
    producer: producer.is,
    sender: sender.is,
  };
}

const ofRun = (runFacets: object) => plain(factsIn(runEvent({ runFacets })));

const logAt = (log_url: unknown) => ({
  airflow: { taskInstance: { log_url } },
});

describe('what an event says of its run', () => {
  it('is little, when it has no facets', () => {
    expect(ofRun({})).toEqual({
      producer: 'https://example.com/scheduler',
      sender: 'external:airflow',
    });
  });

  it.each([
    [
      'the slot, in UTC',
      {
        nominalTime: {
          nominalStartTime: '2026-11-01T06:00:00-05:00',
          nominalEndTime: '2026-11-02T06:00:00.000000-05:00',
        },
      },
      {
        nominal: {
          start: '2026-11-01T11:00:00.000Z',
          end: '2026-11-02T11:00:00.000Z',
        },
      },
    ],
    [
      'a slot without an end',
      {
        nominalTime: {
          nominalStartTime: '2026-11-01T06:00:00Z',
          nominalEndTime: null,
        },
      },
      { nominal: { start: '2026-11-01T06:00:00.000Z' } },
    ],
    [
      'the run above it, and nothing else of it',
      {
        parent: {
          run: { runId: 'dag-run' },
          job: { namespace: 'airflow', name: 'dag', facets: {} },
          root: { run: { runId: 'root' } },
        },
      },
      { parent: { namespace: 'airflow', name: 'dag', runId: 'dag-run' } },
    ],
    [
      'that Airflow runs it again for the past, of a DAG run',
      { airflowDagRun: { dagRun: { run_type: 'backfill' } } },
      { isBackfill: true },
    ],
    [
      'that Airflow runs it again for the past, of a task',
      { airflow: { dagRun: { run_type: 'backfill_job' } } },
      { isBackfill: true },
    ],
    [
      'that it is no backfill',
      { airflow: { dagRun: { run_type: 'manual' } } },
      { isBackfill: false },
    ],
    [
      'nothing about backfill where Airflow does not say it',
      { airflow: { dagRun: { run_type: 7 } } },
      {},
    ],
    [
      'engine and version',
      { processing_engine: { name: 'Airflow', version: '3.1.0' } },
      { engine: 'Airflow 3.1.0' },
    ],
    [
      'an engine without a version',
      { processing_engine: { name: 'Spark' } },
      { engine: 'Spark' },
    ],
    ['no engine without a name', { processing_engine: {} }, {}],
    [
      'why it failed, without what no database stores',
      { errorMessage: { message: 'no\u0000 such \ud800table' } },
      { error: 'no such table' },
    ],
    [
      'why it failed, up to 10,000 characters',
      { errorMessage: { message: 'x'.repeat(20_000) } },
      { error: 'x'.repeat(10_000) },
    ],
    [
      'the page in Airflow',
      logAt('https://airflow.example.com/log?id=1'),
      { link: 'https://airflow.example.com/log?id=1' },
    ],
    [
      'the page in Spark’s history, which lasts',
      {
        spark_applicationDetails: {
          uiWebUrl: 'http://10.0.0.1:4040',
          historyUrl: 'http://history:18080/app-1',
        },
      },
      { link: 'http://history:18080/app-1' },
    ],
    [
      'the page in Spark where there is no other',
      { spark_applicationDetails: { uiWebUrl: 'http://10.0.0.1:4040' } },
      { link: 'http://10.0.0.1:4040' },
    ],
  ])('is %s', (_, facets, expected) => {
    const { producer, sender, ...told } = ofRun(facets);
    expect(told).toEqual(expected);
  });

  it.each([
    ['a script', ['javascript', 'alert(1)'].join(':')],
    ['a script in capitals', ['JaVaScRiPt', 'alert(1)'].join(':')],
    ['data', 'data:text/html,<script>alert(1)</script>'],
    ['a file', 'file:///etc/passwd'],
    ['an address without a scheme', '//example.com'],
    ['what breaks out of an attribute', 'https://example.com/"onclick="x'],
    ['two lines', 'https://example.com/\njavascript:alert(1)'],
    ['a number', 7],
    ['more than 2,000 characters', `https://example.com/${'x'.repeat(2_000)}`],
  ])('is no link that is %s', (_, url) => {
    expect(ofRun(logAt(url)).link).toBeUndefined();
  });

  it.each([
    ['STREAMING', true],
    ['service', true],
    ['BATCH', false],
    [undefined, undefined],
  ])('of a job of the type %s, that it has no end: %s', (type, expected) => {
    const jobFacets = { jobType: { processingType: type } };
    expect(plain(factsIn(runEvent({ jobFacets }))).isStreaming).toBe(expected);
  });

  it.each([
    ['START', { startedAt: '2026-11-01T11:00:00.000Z' }, {}, false],
    ['RUNNING', {}, {}, true],
    ['COMPLETE', {}, { complete: '2026-11-01T11:00:00.000Z' }, false],
    ['FAIL', {}, { failed: '2026-11-01T11:00:00.000Z' }, false],
    ['ABORT', {}, { aborted: '2026-11-01T11:00:00.000Z' }, false],
    ['OTHER', {}, {}, false],
  ])('of the type %s', (eventType, started, ends, isRunning) => {
    const { startedAt, ...facts } = factsIn(runEvent({ eventType }));
    expect({ ...(startedAt && { startedAt }) }).toEqual(started);
    expect(facts).toMatchObject({ ends, isRunning });
    expect(facts.firstEventAt).toBe('2026-11-01T11:00:00.000Z');
    expect(facts.lastEventAt).toBe('2026-11-01T11:00:00.000Z');
  });

  it.each([
    ['2026-11-01T12:05:00.000Z', false],
    ['2026-11-01T12:05:00.001Z', true],
    ['2027-11-01T12:00:00Z', true],
    ['2026-11-01T11:59:59Z', false],
  ])('at %s, that the clock is ahead of noon: %s', (eventTime, isAhead) => {
    expect(factsIn(runEvent({ eventTime })).isAhead).toBe(isAhead);
  });

  it.each([
    ['2026-11-01T11:00:00', true],
    ['2026-11-01T11:00:00Z', false],
    ['2026-11-01T11:00:00+00:00', false],
  ])('at %s, that the zone is missing: %s', (eventTime, hasNoZone) => {
    const facts = factsIn(runEvent({ eventTime }));
    expect(facts.hasNoZone).toBe(hasNoZone);
    expect(facts.firstEventAt).toBe('2026-11-01T11:00:00.000Z');
  });

  it('has rows of outputs that tell some, also none', () => {
    const { outputs } = factsIn(
      runEvent({
        outputs: [
          written('a', 0),
          written('b', 12),
          { namespace: 'warehouse', name: 'c' },
        ],
      }),
    );
    expect(outputs).toMatchObject({
      'warehouse/a': { is: 0 },
      'warehouse/b': { is: 12 },
    });
    expect(Object.keys(outputs)).toHaveLength(2);
  });

  it('names nobody where no producer is told', () => {
    const event = { ...runEvent(), producer: null };
    expect(plain(factsIn(event)).producer).toBe('unknown');
  });

  it('was heard when it came in', () => {
    expect(factsIn(runEvent()).heardAt).toBe(RECEIVED.toISOString());
  });

  it.each([
    [
      'nominalTime',
      { nominalTime: { nominalStartTime: 'today' } },
      'run.facets.nominalTime.nominalStartTime is "today": must be an ISO 8601',
    ],
    [
      'parent',
      { parent: { run: { runId: 'x' }, job: { name: 'y' } } },
      'run.facets.parent.job.namespace is missing',
    ],
    [
      'errorMessage',
      { errorMessage: { message: ['boom'] } },
      'run.facets.errorMessage.message is a list',
    ],
    [
      'processing_engine',
      { processing_engine: 'Airflow' },
      'run.facets.processing_engine is "Airflow"',
    ],
  ])('leaves out a broken %s and says so', (_, runFacets, reason) => {
    const event = prepared(runEvent({ runFacets }));
    expect(event.dropped).toEqual([expect.stringContaining(reason)]);
    const { producer, sender, ...told } = plain(
      factsIn(runEvent({ runFacets })),
    );
    expect(told).toEqual({});
  });

  it('takes a deleted facet for none', () => {
    const runFacets = { errorMessage: { _deleted: true } };
    expect(prepared(runEvent({ runFacets })).dropped).toEqual([]);
    expect(ofRun(runFacets).error).toBeUndefined();
  });
});
