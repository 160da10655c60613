import { UnprocessableError } from '../UnprocessableError';
import { readMeasurements } from './readMeasurements';

const receivedAt = new Date('2026-11-23T12:00:00Z');
const oldest = new Date('2026-01-01T00:00:00Z');

const good = {
  pipelineRef: 'pipeline:default/profit',
  metric: 'kafka.consumer-lag',
  at: '2026-11-23T11:00:00Z',
  value: 17,
};

function read(...measurements: unknown[]) {
  return readMeasurements({
    body: { measurements },
    query: {},
    receivedAt,
    oldest,
  });
}

/** Why an item is refused that stands behind a good one. */
function reasonFor(item: unknown): string | undefined {
  const { measurements, refused } = read(good, item);
  expect(measurements).toHaveLength(2 - refused.length);
  expect(refused.every(({ index }) => index === 1)).toBe(true);
  return refused.at(0)?.reason;
}

describe('measurements', () => {
  it('are read one by one', () => {
    const { value, ...counted } = good;
    const dimensions = { topic: 'clicks', partition: '3' };
    expect(
      read(
        { ...good, dimensions },
        { ...counted, good: 3, total: 4, key: 'k' },
      ),
    ).toEqual({
      received: 2,
      measurements: [
        {
          subject: { pipelineRef: 'pipeline:default/profit' },
          metric: 'kafka.consumer-lag',
          dimensions,
          at: new Date('2026-11-23T11:00:00Z'),
          figure: 17,
        },
        {
          subject: { pipelineRef: 'pipeline:default/profit' },
          metric: 'kafka.consumer-lag',
          dimensions: {},
          at: new Date('2026-11-23T11:00:00Z'),
          figure: { good: 3, total: 4 },
          key: 'k',
        },
      ],
      refused: [],
    });
  });

  it.each([
    ['profit', 'pipeline:default/profit'],
    ['Finance/Profit', 'pipeline:finance/profit'],
    ['pipeline:profit', 'pipeline:default/profit'],
    ['Pipeline:Finance/a.b-c_d', 'pipeline:finance/a.b-c_d'],
  ])('know the pipeline %s as %s', (pipelineRef, full) => {
    const [{ subject }] = read({ ...good, pipelineRef }).measurements;
    expect(subject).toEqual({ pipelineRef: full });
  });

  it.each([
    [0, 0],
    [-1.5e300, -1.5e300],
    ['1970-01-01T00:00:01.250Z', 1.25],
    ['2026-11-23T12:00:00.007+01:00', 1_795_431_600.007],
  ])('have the value %s as %d', (value, figure) => {
    expect(read({ ...good, value }).measurements[0].figure).toBe(figure);
  });

  it('take nothing for good out of nothing', () => {
    const { value, ...counted } = good;
    const [{ figure }] = read({ ...counted, good: 0, total: 0 }).measurements;
    expect(figure).toEqual({ good: 0, total: 0 });
  });

  it.each([
    [
      'the value is a word',
      { value: 'abc' },
      'measurements[1].value is "abc": must be a finite number, or an ISO 8601 instant with its zone in the years 1970 to 2199',
    ],
    [
      'the value is too great',
      { value: JSON.parse('1e999') },
      'must be a finite number',
    ],
    ['the value is null', { value: null }, 'measurements[1].value is null'],
    [
      'the value is an instant without a zone',
      { value: '2026-11-23T11:00:00' },
      'measurements[1].value',
    ],
    [
      'there is no value',
      { value: undefined },
      'measurements[1] is an object: must have either value, or good and total',
    ],
    [
      'there is a value and a count',
      { good: 1, total: 1 },
      'must have either value, or good and total',
    ],
    ['the total is missing', { value: undefined, good: 1 }, 'must have either'],
    [
      'more is good than there is',
      { value: undefined, good: 2, total: 1 },
      'measurements[1].good is 2: must be at most the total, 1',
    ],
    [
      'the count is negative',
      { value: undefined, good: -1, total: 1 },
      'measurements[1].good is -1: must be at least 0',
    ],
    [
      'the count is too great',
      { value: undefined, good: 1, total: Infinity },
      'measurements[1].total',
    ],
    [
      'the time has no zone',
      { at: '2026-11-23T11:00:00' },
      'measurements[1].at is "2026-11-23T11:00:00": must be an ISO 8601 instant with its zone',
    ],
    [
      'the day does not exist',
      { at: '2026-02-30T11:00:00Z' },
      'measurements[1].at',
    ],
    [
      'the year is too far',
      { at: '2200-01-01T00:00:00Z' },
      'must be in the years 1970 to 2199',
    ],
    [
      'the time is a number',
      { at: 1_795_431_600 },
      'measurements[1].at is 1795431600',
    ],
    [
      'the pipeline is missing',
      { pipelineRef: undefined },
      'measurements[1].pipelineRef is missing: must be the name of a Pipeline',
    ],
    [
      'the reference is of another kind',
      { pipelineRef: 'rotation:default/team' },
      'measurements[1].pipelineRef is "rotation:default/team"',
    ],
    [
      'the reference has too many parts',
      { pipelineRef: 'a/b/c' },
      'measurements[1].pipelineRef',
    ],
    [
      'the metric has capitals',
      { metric: 'Kafka.Lag' },
      'measurements[1].metric is "Kafka.Lag": must be lower-case letters',
    ],
    [
      'a key is unknown',
      { unit: 'rows' },
      'measurements[1] is an object: must have no other keys than pipelineRef, metric',
    ],
    [
      'the key has two lines',
      { key: 'a\nb' },
      'measurements[1].key is "a\\nb": must be one line of text',
    ],
    ['the key is empty', { key: '' }, 'measurements[1].key'],
    ['the key is too long', { key: 'x'.repeat(201) }, 'measurements[1].key'],
    [
      'dimensions are a list',
      { dimensions: ['a'] },
      'measurements[1].dimensions is a list: must be an object of at most 20 names and values',
    ],
    [
      'there are too many dimensions',
      {
        dimensions: Object.fromEntries(
          [...Array(21).keys()].map(n => [`d${n}`, '']),
        ),
      },
      'at most 20 names',
    ],
    [
      'a dimension has a bad name',
      { dimensions: { '1st': 'a' } },
      'measurements[1].dimensions.1st is "a": must be named with letters',
    ],
    [
      'a dimension would be a trap',
      JSON.parse('{"dimensions":{"__proto__":"a"}}'),
      'measurements[1].dimensions',
    ],
    [
      'a dimension is a number',
      { dimensions: { a: 1 } },
      'measurements[1].dimensions.a is 1',
    ],
    [
      'a dimension has a NUL',
      { dimensions: { a: '\0' } },
      'measurements[1].dimensions.a is "\\u0000": must be one line of text',
    ],
    [
      'a dimension has half a character',
      { dimensions: { a: '\ud83d' } },
      'must be one line of text',
    ],
    [
      'a dimension is too long',
      { dimensions: { a: 'x'.repeat(501) } },
      'measurements[1].dimensions.a',
    ],
  ])('are refused alone when %s', (_, change, reason) => {
    expect(reasonFor({ ...good, ...change })).toContain(reason);
  });

  it.each([[null], ['profit'], [[good]], [7]])(
    'are refused alone when one is %j',
    item => expect(reasonFor(item)).toMatch(/^measurements\[1\] is /),
  );

  it('name a few of the faults of one, not all', () => {
    const dimensions = Object.fromEntries(
      [...Array(20).keys()].map(n => [String(n), n]),
    );
    const reason = reasonFor({ ...good, dimensions }) ?? '';
    expect(reason).toContain('; and ');
    expect(reason.length).toBeLessThan(2_000);
  });

  it('keep the longest texts that are allowed', () => {
    const dimensions = { a: '😀'.repeat(250), _b: '' };
    const { refused } = read({ ...good, dimensions, key: 'x'.repeat(200) });
    expect(refused).toEqual([]);
  });

  it.each([
    ['nothing', undefined, 'the body is missing'],
    ['a list', [good], 'the body is a list'],
    ['no measurements', {}, 'measurements is missing: must be a list'],
    [
      'one that is not in a list',
      { measurements: good },
      'measurements is an object: must be a list',
    ],
    ['an empty list', { measurements: [] }, 'must have an item'],
    ['an unknown key', { measurements: [good], dryRun: true }, 'dryRun'],
    [
      'too many',
      { measurements: Array(5_001).fill(good) },
      'must have at most 5000 items',
    ],
  ])('cannot be read of a body with %s', (_, body, reason) => {
    const reading = () =>
      readMeasurements({ body, query: {}, receivedAt, oldest });
    expect(reading).toThrow(UnprocessableError);
    expect(reading).toThrow(reason);
  });

  it('are not accepted when all are bad; the first twenty reasons are named', () => {
    const reading = () => read(...Array(25).fill({ ...good, value: 'abc' }));
    expect(reading).toThrow(UnprocessableError);
    expect(reading).toThrow(
      /measurements\[0\].*measurements\[19\].*; and 5 more$/,
    );
    expect(reading).not.toThrow(/measurements\[20\]/);
  });

  it('are refused one by one where nothing so old is kept', () => {
    const old = { ...good, at: '2025-12-31T23:59:59Z' };
    const { measurements, refused } = read(
      good,
      old,
      { ...good, at: '2026-01-01T00:00:00Z' },
      { ...good, metric: 'NO' },
      old,
    );
    expect(measurements).toHaveLength(2);
    expect(refused.map(({ index }) => index)).toEqual([1, 3, 4]);
    expect(refused[2].reason).toBe(
      'measurements[4].at is "2025-12-31T23:59:59Z": older than what is kept (since 2026-01-01T00:00:00.000Z)',
    );
  });

  it('have no questions in the address', () => {
    const query = { dryRun: 'true' };
    const body = { measurements: [good] };
    expect(() => readMeasurements({ body, query, receivedAt, oldest })).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});
