import { UnprocessableError } from '../UnprocessableError';
import { metadata, model, test, timing } from './__testUtils__/runResults';
import { readRunResults } from './readRunResults';

const receivedAt = new Date('2026-11-23T12:00:00Z');
const oldest = new Date('2026-01-01T00:00:00Z');
const query = { pipelineRef: 'profit' };
const subject = { pipelineRef: 'pipeline:default/profit' };

function read(results: unknown[], changes: object = {}) {
  const body = { metadata: { ...metadata, ...changes }, results };
  return readRunResults({ body, query, receivedAt, oldest });
}

/** The figures of one result, by metric. */
function figures(result: object) {
  const { measurements, refused } = read([result]);
  expect(refused).toEqual([]);
  return Object.fromEntries(
    measurements.map(({ metric, figure }) => [metric, figure]),
  );
}

const good = { good: 1, total: 1 };
const bad = { good: 0, total: 1 };

describe('run_results.json', () => {
  it('tells of tests, and of rows and seconds of what was built', () => {
    const common = {
      subject,
      at: new Date('2026-11-23T11:00:09Z'),
      key: expect.any(String),
    };
    const built = { ...common, dimensions: { node: 'model.shop.orders' } };
    expect(read([model, test])).toEqual({
      received: 2,
      measurements: [
        { ...built, metric: 'rows.written', figure: 120 },
        { ...built, metric: 'node.seconds', figure: 9.25 },
        {
          ...common,
          dimensions: { assertion: 'test.shop.not_null_orders_id.a1b2c3' },
          metric: 'assertions.passed',
          figure: good,
        },
      ],
      events: [],
      refused: [],
    });
  });

  it.each([
    ['pass', { 'assertions.passed': good }],
    ['Pass', { 'assertions.passed': good }],
    ['warn', { 'assertions.passed': bad }],
    ['fail', { 'assertions.passed': bad }],
    ['error', {}],
    ['runtime error', {}],
    ['skipped', {}],
    ['no-op', {}],
  ])('of a test with the status %s has %j', (status, told) => {
    expect(figures({ ...test, status })).toEqual(told);
    const unit = { ...test, unique_id: 'unit_test.shop.orders.adds_up' };
    expect(figures({ ...unit, status })).toEqual(told);
  });

  it.each([
    ['success', { 'rows.written': 120, 'node.seconds': 9.25 }],
    ['run', { 'rows.written': 120, 'node.seconds': 9.25 }],
    ['error', { 'node.seconds': 9.25 }],
    ['partial success', { 'node.seconds': 9.25 }],
    ['skipped', {}],
    ['no-op', {}],
    ['reused', {}],
  ])('of a model with the status %s has %j', (status, told) => {
    expect(figures({ ...model, status })).toEqual(told);
  });

  it.each([
    ['model.shop.a', 2],
    ['snapshot.shop.a', 2],
    ['seed.shop.a', 2],
    ['operation.shop.a', 0],
    ['source.shop.raw.a', 0],
    ['modeling.shop.a', 0],
  ])('of %s has %d figures', (unique_id, count) => {
    expect(Object.keys(figures({ ...model, unique_id }))).toHaveLength(count);
  });

  it.each([
    [
      'rows that the database does not know',
      { adapter_response: { rows_affected: -1 } },
      { 'node.seconds': 9.25 },
    ],
    [
      'rows in words',
      { adapter_response: { rows_affected: 'many' } },
      { 'node.seconds': 9.25 },
    ],
    [
      'no answer of the database',
      { adapter_response: null },
      { 'node.seconds': 9.25 },
    ],
    [
      'rows beyond all numbers',
      { adapter_response: { rows_affected: Infinity } },
      { 'node.seconds': 9.25 },
    ],
    [
      'no rows written',
      { adapter_response: { rows_affected: 0 } },
      { 'rows.written': 0, 'node.seconds': 9.25 },
    ],
    ['no seconds', { execution_time: null }, { 'rows.written': 120 }],
  ])('has with %s what remains', (_, change, told) => {
    expect(figures({ ...model, ...change })).toEqual(told);
  });

  it.each([
    [
      'the last end of a step',
      { timing: [timing[1], timing[0]] },
      '2026-11-23T11:00:09.000Z',
    ],
    ['the file without steps', { timing: [] }, '2026-11-23T11:10:00.000Z'],
    [
      'the file without ends',
      { timing: [{ name: 'execute' }] },
      '2026-11-23T11:10:00.000Z',
    ],
    [
      'the file if steps are odd',
      { timing: 'soon' },
      '2026-11-23T11:10:00.000Z',
    ],
    [
      'the other step if one is odd',
      { timing: [timing[0], { completed_at: 'soon' }] },
      '2026-11-23T11:00:01.000Z',
    ],
  ])('takes the time of %s', (_, change, at) => {
    const [measurement] = read([{ ...model, ...change }]).measurements;
    expect(measurement.at.toISOString()).toBe(at);
  });

  it.each(['v1', 'v4', 'v6', 'v7'])('is read of schema %s', version => {
    const dbt_schema_version = `https://schemas.getdbt.com/dbt/run-results/${version}.json`;
    expect(read([model], { dbt_schema_version }).measurements).toHaveLength(2);
  });

  it('says the same when it is sent again, node by node', () => {
    const keys = (changes: object) =>
      read([model, test], changes).measurements.map(({ key }) => key);
    const [rows, seconds, passed] = keys({});
    expect(keys({})).toEqual([rows, seconds, passed]);
    expect(rows).toBe(seconds);
    expect(passed).not.toBe(rows);
    expect(keys({ invocation_id: 'other' })).not.toContain(rows);
  });

  it('refuses a result that ended when nothing is kept from', () => {
    const completed_at = '2025-12-31T23:59:59Z';
    const old = { ...model, timing: [{ completed_at }] };
    expect(read([model, old]).refused).toEqual([
      {
        index: 1,
        reason:
          'results[1].timing is a list: older than what is kept (since 2026-01-01T00:00:00.000Z)',
      },
    ]);
  });

  it('is not accepted when nothing is kept from the time of the file', () => {
    expect(() =>
      read([model], { generated_at: '2025-12-31T23:59:59Z' }),
    ).toThrow(/^metadata\.generated_at is "2025-12-31T23:59:59Z": older than/);
  });

  it('leaves out what is no result', () => {
    expect(read([model, { status: 'pass' }]).refused).toEqual([
      { index: 1, reason: expect.stringContaining('results[1].unique_id') },
    ]);
  });

  it.each([
    [
      'it is another file',
      {
        metadata: {
          ...metadata,
          dbt_schema_version:
            'https://schemas.getdbt.com/dbt/manifest/v12.json',
        },
        results: [],
      },
      /must be of the schema run-results/,
    ],
    ['no result is one', { metadata, results: [7] }, /results\[0\] is 7/],
    ['results are missing', { metadata }, /results is missing/],
  ])('is not accepted when %s', (_, body, reason) => {
    const reading = () => readRunResults({ body, query, receivedAt, oldest });
    expect(reading).toThrow(UnprocessableError);
    expect(reading).toThrow(reason);
  });
});
