import { isError } from '@backstage/errors';
import fc from 'fast-check';
import { readAlerts } from '../alertmanager/readAlerts';
import { readRunResults } from '../dbt/readRunResults';
import { readSources } from '../dbt/readSources';
import { readValidationResult } from '../greatExpectations/readValidationResult';
import { Heard, Reader } from '../heard';
import { readMeasurements } from './readMeasurements';

const RUNS = 2_000;

const at = '2026-11-23T11:00:00Z';
const receivedAt = new Date(at);
const oldest = new Date(0);
const ofProfit = { pipelineRef: 'profit' };
const metadata = { generated_at: at, invocation_id: 'call' };

/** Each format, with a body that can be read. */
const FORMATS: Record<string, { read: Reader; query: object; body: object }> = {
  measurements: {
    read: readMeasurements,
    query: {},
    body: {
      measurements: [
        { ...ofProfit, metric: 'a', at, value: 1, dimensions: { a: 'b' } },
        { ...ofProfit, metric: 'a', at, good: 1, total: 2, key: 'k' },
      ],
    },
  },
  'dbt sources': {
    read: readSources,
    query: ofProfit,
    body: {
      metadata,
      results: [
        { unique_id: 'source.a', status: 'pass', max_loaded_at: at },
        { unique_id: 'source.b', status: 'runtime error', error: 'Oh' },
      ],
    },
  },
  'dbt run results': {
    read: readRunResults,
    query: { ...ofProfit, namespace: 'dbt', name: 'nightly' },
    body: {
      metadata,
      elapsed_time: 3,
      results: [
        {
          unique_id: 'model.a',
          status: 'error',
          timing: [{ started_at: at, completed_at: at }],
          execution_time: 1,
          adapter_response: { rows_affected: 1 },
          message: 'Oh',
        },
      ],
    },
  },
  'validation results': {
    read: readValidationResult,
    query: ofProfit,
    body: {
      suite_name: 'suite',
      meta: { run_id: { run_name: 'a', run_time: at }, validation_time: at },
      results: [
        {
          success: true,
          expectation_config: { type: 'a', kwargs: { column: 'b' } },
          result: { element_count: 2, unexpected_count: 1 },
          exception_info: { raised_exception: false },
        },
      ],
    },
  },
  alerts: {
    read: readAlerts,
    query: {},
    body: {
      version: '4',
      alerts: [
        {
          status: 'resolved',
          labels: { alertname: 'a', pipeline: 'profit', severity: 'b' },
          annotations: { summary: 'c' },
          startsAt: at,
          endsAt: at,
          generatorURL: 'https://example.com',
          fingerprint: 'd',
        },
      ],
    },
  },
};

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom<unknown>(
    JSON.parse('1e999'),
    JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}'),
    JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    -1,
    '',
    '\0',
    'x'.repeat(20_000),
    '9999-12-31T23:59:59Z',
    '0001-01-01T00:00:00Z',
  ),
);

/** A body of which one value, anywhere in it, is another. */
function spoilt(good: unknown): fc.Arbitrary<unknown> {
  if (typeof good !== 'object' || good === null) return odd;
  const one = fc
    .constantFrom(...Object.entries(good))
    .chain(([key, value]) =>
      spoilt(value).map(other =>
        Array.isArray(good)
          ? good.map((each, index) => (String(index) === key ? other : each))
          : { ...good, [key]: other },
      ),
    );
  return fc.oneof({ weight: 1, arbitrary: odd }, { weight: 6, arbitrary: one });
}

const STORABLE = /^[^\p{Cc}\p{Cs}]*$/u;

/** What must hold of all that is kept, whatever was sent. */
function isStorable({ measurements, alerts = [], events = [] }: Heard) {
  const numbers = [
    ...measurements.flatMap(({ figure, at: time }) =>
      typeof figure === 'number'
        ? [figure, +time]
        : [figure.good, figure.total, +time],
    ),
    ...alerts.flatMap(({ startsAt, endsAt = startsAt }) => [
      +startsAt,
      +endsAt,
    ]),
  ];
  const texts = [
    ...measurements.flatMap(({ dimensions, key = '' }) => [
      ...Object.entries(dimensions).flat(),
      key,
    ]),
    ...alerts.flatMap(({ startsAt, endsAt, ...rest }) => Object.values(rest)),
  ];
  return (
    numbers.every(Number.isFinite) &&
    texts.every(text => text.length <= 2_000 && STORABLE.test(text)) &&
    !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(events))
  );
}

/** What is heard, or why nothing is. Whatever else is thrown is a fault. */
function heardOrRefusal(act: () => Heard): Heard | string {
  try {
    return act();
  } catch (error) {
    if (isError(error) && error.name === 'InputError') return error.message;
    throw error;
  }
}

describe.each(Object.entries(FORMATS))('any body of %s', (_, format) => {
  const { read, query, body } = format;

  it('that is good is kept', () => {
    const { measurements, alerts = [] } = read({
      body,
      query,
      receivedAt,
      oldest,
    });
    expect(measurements.length + alerts.length).toBeGreaterThan(0);
  });

  it('is kept or refused in words, and nothing else happens', () => {
    let kept = 0;
    fc.assert(
      fc.property(spoilt(body), sent => {
        const told = heardOrRefusal(() =>
          read({ body: sent, query, receivedAt, oldest }),
        );
        if (typeof told !== 'string') kept += 1;
        const isGood =
          typeof told === 'string' ? told.length < 20_000 : isStorable(told);
        expect(isGood).toBe(true);
      }),
      { numRuns: RUNS },
    );
    expect(kept).toBeGreaterThan(RUNS / 20);
    expect(kept).toBeLessThan(RUNS);
  });
});
