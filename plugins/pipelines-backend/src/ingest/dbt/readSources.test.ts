import { UnprocessableError } from '../UnprocessableError';
import { readSources } from './readSources';

const receivedAt = new Date('2026-11-23T12:00:00Z');
const oldest = new Date('2026-01-01T00:00:00Z');
const query = { pipelineRef: 'profit' };
const subject = { pipelineRef: 'pipeline:default/profit' };

const metadata = {
  dbt_schema_version: 'https://schemas.getdbt.com/dbt/sources/v3.json',
  dbt_version: '1.10.0',
  generated_at: '2026-11-23T11:00:05.123456Z',
  invocation_id: 'b2f0b1d4-5c1e-4e83-9a5e-0b9c0f5a7d11',
  env: {},
};

const orders = {
  unique_id: 'source.shop.raw.orders',
  max_loaded_at: '2026-11-23T10:00:00.500Z',
  snapshotted_at: '2026-11-23T11:00:00Z',
  max_loaded_at_time_ago_in_s: 3599.5,
  status: 'pass',
  criteria: { warn_after: { count: 12, period: 'hour' } },
};

function read(results: unknown[], changes: object = {}) {
  const body = { metadata: { ...metadata, ...changes }, results };
  return readSources({ body, query, receivedAt, oldest });
}

function fresh(results: unknown[]) {
  const { measurements } = read(results);
  return measurements
    .filter(({ metric }) => metric === 'source.fresh')
    .map(({ figure }) => figure);
}

describe('sources.json', () => {
  it('tells how new the data of a source is, and whether that will do', () => {
    const common = {
      subject,
      dimensions: { source: 'source.shop.raw.orders' },
      at: new Date('2026-11-23T11:00:00Z'),
      key: expect.any(String),
    };
    expect(read([orders])).toEqual({
      received: 1,
      measurements: [
        { ...common, metric: 'source.newest', figure: 1_795_428_000.5 },
        { ...common, metric: 'source.fresh', figure: { good: 1, total: 1 } },
      ],
      refused: [],
    });
  });

  it.each([
    ['pass', 1],
    ['Pass', 1],
    ['warn', 0],
    ['Warn', 0],
    ['error', 0],
    ['ERROR', 0],
  ])('with the status %s is good %d times of one', (status, good) => {
    expect(fresh([{ ...orders, status }])).toEqual([{ good, total: 1 }]);
  });

  it.each([
    ['v1', 'https://schemas.getdbt.com/dbt/sources/v1.json'],
    ['v2', 'https://schemas.getdbt.com/dbt/sources/v2.json'],
    ['one not known yet', 'https://schemas.getdbt.com/dbt/sources/v9.json'],
    ['dbt 2', 'https://schemas.getdbt.com/dbt/freshness/v0.json'],
    ['nobody knows', 'https://example.com/'],
    ['none', undefined],
  ])('is read of schema %s', (_, address) => {
    const changes = { dbt_schema_version: address };
    expect(read([orders], changes).measurements).toHaveLength(2);
  });

  it('takes the time of the file where a source has none', () => {
    const { snapshotted_at: _, ...rest } = orders;
    const [{ at }] = read([rest]).measurements;
    expect(at).toEqual(new Date('2026-11-23T11:00:05.123Z'));
  });

  it('knows that an empty table is not fresh, and has no newest data', () => {
    const empty = {
      ...orders,
      max_loaded_at: '0001-01-01T00:00:00+00:00',
      status: 'error',
    };
    const { measurements, refused } = read([empty]);
    expect(measurements.map(({ metric }) => metric)).toEqual(['source.fresh']);
    expect(refused).toEqual([]);
  });

  it.each([
    [
      'its query failed',
      { ...orders, status: 'runtime error', error: 'No such\ncolumn' },
      'results[1].status is "runtime error": nothing was measured of source.shop.raw.orders (No such column)',
    ],
    [
      'its query failed for no reason given',
      { unique_id: 'source.a.b.c', status: 'Runtime Error', error: null },
      'nothing was measured of source.a.b.c',
    ],
    [
      'it says no time of its data',
      { ...orders, max_loaded_at: null },
      'results[1].max_loaded_at is null: must be an ISO 8601 instant; without it nothing was measured of source.shop.raw.orders',
    ],
    [
      'that time is none',
      { ...orders, max_loaded_at: 'yesterday' },
      'results[1].max_loaded_at is "yesterday"',
    ],
    [
      'it was looked at in a year far away',
      { ...orders, snapshotted_at: '9999-01-01T00:00:00Z' },
      'results[1].snapshotted_at is "9999-01-01T00:00:00Z": must be an ISO 8601 instant in the years 1970 to 2199',
    ],
    [
      'the status is new',
      { ...orders, status: 'stale' },
      'results[1].status is "stale"',
    ],
    [
      'it has no id',
      { ...orders, unique_id: undefined },
      'results[1].unique_id is missing',
    ],
    [
      'its id has two lines',
      { ...orders, unique_id: 'a\nb' },
      'must be one line of text',
    ],
    ['it is no result', 7, 'results[1] is 7'],
  ])('leaves out a source when %s', (_, result, reason) => {
    const { received, measurements, refused } = read([orders, result]);
    expect(received).toBe(2);
    expect(measurements).toHaveLength(2);
    expect(refused).toEqual([
      { index: 1, reason: expect.stringContaining(reason) },
    ]);
  });

  it('says the same when it is sent again, and more when dbt ran again', () => {
    const keyOf = (changes: object) =>
      read([orders], changes).measurements[0].key;
    const same = keyOf({});
    expect(keyOf({ generated_at: '2026-11-24T11:00:00Z' })).toBe(same);
    expect(keyOf({ invocation_id: 'other' })).not.toBe(same);
    const unnamed = keyOf({ invocation_id: null });
    expect(keyOf({ invocation_id: null })).toBe(unnamed);
    expect(
      keyOf({ invocation_id: null, generated_at: '2026-11-24T11:00:00Z' }),
    ).not.toBe(unnamed);
  });

  it('refuses a source that was looked at when nothing is kept from', () => {
    const old = { ...orders, snapshotted_at: '2025-12-31T23:59:59Z' };
    const { measurements, refused } = read([orders, old]);
    expect(measurements).toHaveLength(2);
    expect(refused).toEqual([
      {
        index: 1,
        reason:
          'results[1].snapshotted_at is "2025-12-31T23:59:59Z": older than what is kept (since 2026-01-01T00:00:00.000Z)',
      },
    ]);
  });

  it('is not accepted when nothing is kept from the time of the file', () => {
    expect(() =>
      read([orders], { generated_at: '2025-12-31T23:59:59Z' }),
    ).toThrow(/^metadata\.generated_at is "2025-12-31T23:59:59Z": older than/);
  });

  it('says nothing when no source was looked at', () => {
    expect(read([])).toEqual({ received: 0, measurements: [], refused: [] });
  });

  it.each([
    [
      'every source failed',
      { metadata, results: [{ ...orders, status: 'runtime error' }] },
      /nothing was measured/,
    ],
    [
      'it is another file',
      {
        metadata: {
          ...metadata,
          dbt_schema_version:
            'https://schemas.getdbt.com/dbt/run-results/v6.json',
        },
        results: [],
      },
      /must be of the schema sources or freshness/,
    ],
    [
      'it is the old form',
      { meta: {}, sources: {} },
      /metadata is missing.*results is missing/,
    ],
    [
      'it has no time',
      { metadata: { ...metadata, generated_at: undefined }, results: [] },
      /metadata.generated_at is missing/,
    ],
    ['it is nothing', null, /the body is null/],
  ])('is not accepted when %s', (_, body, reason) => {
    const reading = () => readSources({ body, query, receivedAt, oldest });
    expect(reading).toThrow(UnprocessableError);
    expect(reading).toThrow(reason);
  });

  it.each([
    ['no pipeline', {}],
    ['what is no pipeline', { pipelineRef: 'group:default/finance' }],
    ['two pipelines', { pipelineRef: ['profit', 'growth'] }],
    ['an unknown key', { ...query, name: 'dbt' }],
  ])('is not accepted with a query that names %s', (_, bad) => {
    const body = { metadata, results: [orders] };
    expect(() => readSources({ body, query: bad, receivedAt, oldest })).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});
