import { UnprocessableError } from '../UnprocessableError';
import { metadata, model, test } from './__testUtils__/runResults';
import { readRunResults } from './readRunResults';

const receivedAt = new Date('2026-11-23T12:00:00Z');
const oldest = new Date('2026-01-01T00:00:00Z');
const query = { pipelineRef: 'profit' };

describe('run_results.json of a job', () => {
  const job = { namespace: 'dbt', name: 'nightly' };

  function tell(results: unknown[], changes: object = {}) {
    const body = { metadata, elapsed_time: 90, results, ...changes };
    const heard = readRunResults({
      body,
      query: { ...query, ...job },
      receivedAt,
      oldest,
    });
    return heard.events ?? [];
  }

  it('tells of a run from its begin to its end', () => {
    const facet = {
      _producer: expect.any(String),
      _schemaURL: expect.any(String),
    };
    const common = {
      producer: 'https://github.com/dbt-labs/dbt-core',
      schemaURL: expect.stringMatching(/#\/\$defs\/RunEvent$/),
      job: {
        ...job,
        facets: {
          jobType: {
            ...facet,
            processingType: 'BATCH',
            integration: 'DBT',
            jobType: 'JOB',
          },
        },
      },
      run: {
        runId: metadata.invocation_id,
        facets: {
          processing_engine: { ...facet, name: 'dbt', version: '1.10.0' },
        },
      },
    };
    expect(tell([model, test])).toEqual([
      { ...common, eventType: 'START', eventTime: '2026-11-23T11:00:00.000Z' },
      {
        ...common,
        eventType: 'COMPLETE',
        eventTime: '2026-11-23T11:10:00.000Z',
      },
    ]);
  });

  it.each([
    ['error', 'FAIL'],
    ['fail', 'FAIL'],
    ['Runtime Error', 'FAIL'],
    ['partial success', 'FAIL'],
    ['warn', 'COMPLETE'],
    ['skipped', 'COMPLETE'],
  ])('with a node that has the status %s ends with %s', (status, end) => {
    const [, last] = tell([model, { ...test, status }]);
    expect(last).toMatchObject({ eventType: end });
  });

  it('names the first node that failed', () => {
    const [first, last] = tell([
      model,
      { ...test, status: 'fail', message: 'Got 3 results\0' },
      { ...model, status: 'error', message: 'No such table' },
    ]);
    expect(last).toMatchObject({
      run: {
        facets: {
          errorMessage: {
            message: 'test.shop.not_null_orders_id.a1b2c3: Got 3 results',
            programmingLanguage: 'SQL',
          },
        },
      },
    });
    expect(JSON.stringify(first)).not.toContain('errorMessage');
  });

  it('cuts a message that has no end', () => {
    const message = 'x'.repeat(1_000_000);
    const [, last] = tell([{ ...model, status: 'error', message }]);
    expect(JSON.stringify(last).length).toBeLessThan(12_000);
  });

  it.each([
    ['how long it took', {}, '2026-11-23T11:08:30.000Z'],
    ['nothing else', { elapsed_time: null }, '2026-11-23T11:10:00.000Z'],
    ['what cannot be', { elapsed_time: 1e300 }, '2026-11-23T11:10:00.000Z'],
  ])('begins by %s where no step tells', (_, changes, begin) => {
    const [first] = tell([], changes);
    expect(first).toMatchObject({ eventType: 'START', eventTime: begin });
  });

  it.each([
    [
      'dbt did not name its call',
      { metadata: { ...metadata, invocation_id: null } },
      [model],
      /metadata.invocation_id is missing/,
    ],
    [
      'it is not known whether a node failed',
      {},
      [model, { unique_id: 'model.a.b' }],
      /results\[1\].status is missing/,
    ],
  ])('is not accepted when %s', (_, changes, results, reason) => {
    expect(() => tell(results, changes)).toThrow(UnprocessableError);
    expect(() => tell(results, changes)).toThrow(reason);
  });

  it.each([
    [{ namespace: 'dbt' }, 'name: must be given too'],
    [{ name: 'nightly' }, 'namespace: must be given too'],
    [{ namespace: 'dbt', name: '' }, 'name: '],
    [{ namespace: 'dbt\0', name: 'nightly' }, 'namespace: must be one line'],
  ])('is not accepted of %j', (half, reason) => {
    const body = { metadata, results: [model] };
    const reading = () =>
      readRunResults({
        body,
        query: { ...query, ...half },
        receivedAt,
        oldest,
      });
    expect(reading).toThrow(expect.objectContaining({ name: 'InputError' }));
    expect(reading).toThrow(reason);
  });
});
