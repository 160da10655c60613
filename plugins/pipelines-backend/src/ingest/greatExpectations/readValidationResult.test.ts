import { UnprocessableError } from '../UnprocessableError';
import { readValidationResult } from './readValidationResult';

const receivedAt = new Date('2026-11-23T12:00:00Z');
const oldest = new Date('2026-01-01T00:00:00Z');
const query = { pipelineRef: 'profit' };
const subject = { pipelineRef: 'pipeline:default/profit' };

const meta = {
  great_expectations_version: '1.5.0',
  run_id: { run_name: 'nightly', run_time: '2026-11-23T11:00:00.250+00:00' },
  validation_time: '2026-11-23T11:00:01+00:00',
  active_batch_definition: { data_asset_name: 'orders' },
};

const unique = {
  success: true,
  expectation_config: {
    type: 'expect_column_values_to_be_unique',
    kwargs: { column: 'id', batch_id: 'shop-orders' },
    meta: {},
    id: '6d9c3f5e',
  },
  result: { element_count: 200, unexpected_count: 3, unexpected_percent: 1.5 },
  exception_info: { raised_exception: false, exception_message: null },
};

const noException = { raised_exception: false, exception_message: null };
const exception = {
  raised_exception: true,
  exception_message: 'No column\n"id"',
};

function read(results: unknown[], changes: object = {}) {
  const body = {
    success: true,
    suite_name: 'orders.critical',
    results,
    meta,
    ...changes,
  };
  return readValidationResult({ body, query, receivedAt, oldest });
}

function first(results: unknown[], changes: object = {}) {
  return read(results, changes).measurements[0];
}

describe('a validation result', () => {
  it('tells whether expectations were met, and by how many values', () => {
    const common = {
      subject,
      dimensions: {
        assertion: 'expect_column_values_to_be_unique',
        column: 'id',
        dataset: 'orders',
        suite: 'orders.critical',
      },
      at: new Date('2026-11-23T11:00:00.250Z'),
      key: expect.any(String),
    };
    expect(read([unique])).toEqual({
      received: 1,
      measurements: [
        {
          ...common,
          metric: 'assertions.passed',
          figure: { good: 1, total: 1 },
        },
        {
          ...common,
          metric: 'values.valid',
          figure: { good: 197, total: 200 },
        },
      ],
      refused: [],
    });
    expect(first([{ ...unique, success: false }]).figure).toEqual({
      good: 0,
      total: 1,
    });
  });

  it.each([
    ['none are counted', { result: {} }],
    ['there is no result', { result: null }],
    ['only all are counted', { result: { element_count: 200 } }],
    [
      'counts are words',
      { result: { element_count: '2', unexpected_count: 0 } },
    ],
    [
      'more are bad than there are',
      { result: { element_count: 2, unexpected_count: 3 } },
    ],
  ])('tells nothing of values when %s', (_, change) => {
    const { measurements, refused } = read([{ ...unique, ...change }]);
    expect(measurements.map(({ metric }) => metric)).toEqual([
      'assertions.passed',
    ]);
    expect(refused).toEqual([]);
  });

  it('tells that of no values none were bad', () => {
    const result = { element_count: 0, unexpected_count: 0 };
    expect(read([{ ...unique, result }]).measurements[1].figure).toEqual({
      good: 0,
      total: 0,
    });
  });

  it('is read of version 0', () => {
    const { type, ...config } = unique.expectation_config;
    const old = {
      ...unique,
      expectation_config: { ...config, expectation_type: type },
    };
    const changes = {
      suite_name: undefined,
      meta: {
        expectation_suite_name: 'orders.warning',
        run_id: { run_name: null, run_time: '2026-11-23T08:00:00-03:00' },
        validation_time: '20261123T110001.438481Z',
        batch_kwargs: { data_asset_name: 'orders' },
      },
    };
    expect(first([old], changes)).toMatchObject({
      dimensions: {
        assertion: 'expect_column_values_to_be_unique',
        dataset: 'orders',
        suite: 'orders.warning',
      },
      at: new Date('2026-11-23T11:00:00Z'),
    });
  });

  it.each([
    ['its run', meta, '2026-11-23T11:00:00.250Z'],
    [
      'the validation, if the run has none',
      { ...meta, run_id: { run_name: 'a' } },
      '2026-11-23T11:00:01.000Z',
    ],
    [
      'the validation, if the run is a name',
      { ...meta, run_id: 'nightly' },
      '2026-11-23T11:00:01.000Z',
    ],
    [
      'the validation, in short form',
      { validation_time: '20261123T101112.250000Z' },
      '2026-11-23T10:11:12.250Z',
    ],
    [
      'the validation without a zone, in UTC',
      { validation_time: '2026-11-23T10:11:12.25' },
      '2026-11-23T10:11:12.250Z',
    ],
    [
      'the validation, if that of the run is odd',
      { ...meta, run_id: { run_time: 'now' } },
      '2026-11-23T11:00:01.000Z',
    ],
    [
      'its arrival, if all else is odd',
      { validation_time: 'now' },
      '2026-11-23T12:00:00.000Z',
    ],
    ['its arrival, if it says none', undefined, '2026-11-23T12:00:00.000Z'],
  ])('is of the time of %s', (_, told, at) => {
    expect(first([unique], { meta: told }).at.toISOString()).toBe(at);
  });

  it.each([
    ['its batch', { active_batch_definition: { data_asset_name: 'a' } }, 'a'],
    ['its batch spec', { batch_spec: { data_asset_name: 'a' } }, 'a'],
    ['its table', { batch_spec: { table_name: 'a\n' } }, 'a'],
    ['nothing', { batch_spec: { path: '/data/2026-11-23.csv' } }, undefined],
  ])('is of the data set of %s', (_, told, dataset) => {
    const { dimensions } = first([unique], { meta: told });
    expect(dimensions.dataset).toBe(dataset);
  });

  it('has no column where an expectation is about a table', () => {
    const expectation_config = {
      type: 'expect_table_row_count_to_equal',
      kwargs: { value: 200 },
    };
    const { dimensions } = first([{ ...unique, expectation_config }]);
    expect(dimensions).not.toHaveProperty('column');
  });

  it('says the same when it is sent again, by run and expectation', () => {
    const keyOf = (config: object, changes: object = {}) => {
      const kwargs = { ...unique.expectation_config.kwargs, ...config };
      const expectation_config = { ...unique.expectation_config, kwargs };
      return first([{ ...unique, expectation_config }], changes).key;
    };
    const same = keyOf({});
    expect(keyOf({})).toBe(same);
    expect(keyOf({}, { statistics: {} })).toBe(same);
    expect(keyOf({ row_condition: 'amount > 0' })).not.toBe(same);
    const run_id = { ...meta.run_id, run_name: 'hourly' };
    expect(keyOf({}, { meta: { ...meta, run_id } })).not.toBe(same);
  });

  it.each([
    ['one', exception],
    [
      'one of several metrics',
      { "('table.columns',)": noException, "('column.max',)": exception },
    ],
  ])('leaves out an expectation that raised an exception: %s', (_, info) => {
    const tried = { ...unique, success: false, exception_info: info };
    const { measurements, refused } = read([unique, tried]);
    expect(measurements).toHaveLength(2);
    expect(refused).toEqual([
      {
        index: 1,
        reason:
          'results[1].exception_info is an object: an exception was raised, so nothing was measured (No column "id")',
      },
    ]);
  });

  it.each([
    [
      'has no type',
      { expectation_config: { kwargs: {} } },
      'results[1].expectation_config.type is missing: must be the type of an expectation',
    ],
    [
      'has no configuration',
      { expectation_config: undefined },
      'results[1].expectation_config is missing',
    ],
    [
      'was neither met nor not',
      { success: null },
      'results[1].success is null: must be true or false',
    ],
  ])('leaves out a result that %s', (_, change, reason) => {
    const { refused } = read([unique, { ...unique, ...change }]);
    expect(refused).toEqual([
      { index: 1, reason: expect.stringContaining(reason) },
    ]);
  });

  it('leaves out an expectation without a bottom', () => {
    const depth = 100_000;
    const kwargs = JSON.parse(
      `{"column":"id","a":${'['.repeat(depth)}${']'.repeat(depth)}}`,
    );
    const expectation_config = { ...unique.expectation_config, kwargs };
    const { refused } = read([unique, { ...unique, expectation_config }]);
    expect(refused).toEqual([
      { index: 1, reason: expect.stringContaining('nested too deeply') },
    ]);
  });

  it('of an empty suite says nothing, though it calls itself a success', () => {
    expect(read([])).toEqual({ received: 0, measurements: [], refused: [] });
  });

  it.each([
    [
      'no expectation could be tried',
      { results: [{ ...unique, exception_info: exception }] },
      /an exception was raised/,
    ],
    ['it has no results', { success: true }, /results is missing/],
    ['it is a list', [unique], /the body is a list/],
  ])('is not accepted when %s', (_, body, reason) => {
    const reading = () =>
      readValidationResult({ body, query, receivedAt, oldest });
    expect(reading).toThrow(UnprocessableError);
    expect(reading).toThrow(reason);
  });

  it('is not accepted when nothing is kept from its time', () => {
    const run_id = { run_name: 'old', run_time: '2025-12-31T23:59:59Z' };
    const reading = () => read([unique], { meta: { ...meta, run_id } });
    expect(reading).toThrow(UnprocessableError);
    expect(reading).toThrow(
      'the validation is of 2025-12-31T23:59:59.000Z: older than what is kept (since 2026-01-01T00:00:00.000Z)',
    );
  });

  it('is not accepted without a pipeline', () => {
    const body = { results: [unique], meta };
    expect(() =>
      readValidationResult({ body, query: {}, receivedAt, oldest }),
    ).toThrow(/^pipelineRef: must be the name of a Pipeline/);
  });
});
