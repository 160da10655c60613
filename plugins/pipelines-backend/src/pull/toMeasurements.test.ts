import { MeasuredValue } from '@techflow/backstage-plugin-pipelines-node';
import { toMeasurements } from './toMeasurements';

const MINUTE_MS = 60_000;

/** So many minutes past nine. */
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 9, minutes));

const question = {
  pipelineRef: 'pipeline:default/engagement',
  metric: 'kafka.consumer-lag',
  source: 'prometheus',
  endpoint: 'default',
  query: 'max by (topic) (kafka_consumergroup_lag)',
  every: 60,
  nextAt: at(10),
  failures: 0,
};

const asked = { from: at(0), to: at(10) };

function lag(other: Partial<MeasuredValue> = {}): MeasuredValue {
  return { at: at(10), value: 42, dimensions: { topic: 'clicks' }, ...other };
}

const kept = (values: MeasuredValue[]) =>
  toMeasurements(question, asked, values);

/** So many series of so many figures each. */
function grid(series: number, figures: number): MeasuredValue[] {
  return Array.from({ length: series * figures }, (_, index) =>
    lag({
      at: new Date(at(0).getTime() + (1 + (index % figures)) * MINUTE_MS),
      dimensions: { partition: String(Math.floor(index / figures)) },
    }),
  );
}

describe('toMeasurements', () => {
  it('keeps a figure of the pipeline, named by its instant', () => {
    expect(kept([lag()])).toEqual([
      {
        subject: { pipelineRef: 'pipeline:default/engagement' },
        metric: 'kafka.consumer-lag',
        dimensions: { topic: 'clicks' },
        at: at(10),
        figure: 42,
        key: '2026-11-23T09:10:00.000Z',
      },
    ]);
  });

  it('keeps zero and what is below it', () => {
    const figures = kept([lag({ value: 0 }), lag({ at: at(9), value: -1.5 })]);
    expect(figures.map(({ figure }) => figure)).toEqual([0, -1.5]);
  });

  it.each([NaN, Infinity, -Infinity])('keeps no %p', value => {
    expect(kept([lag({ value }), lag({ at: at(9) })])).toHaveLength(1);
  });

  it('keeps nothing of nothing', () => {
    expect(kept([])).toEqual([]);
  });

  it.each([
    ['at the begin, which is not asked', at(0)],
    ['after the end', at(11)],
    ['between two multiples', new Date(at(9).getTime() + 500)],
    ['of no time', new Date(NaN)],
  ])('refuses a figure %s', (_, time) => {
    expect(() => kept([lag({ at: time })])).toThrow(
      'The answer has a figure of a time that was not asked',
    );
  });

  it('keeps 100 series, and refuses more', () => {
    expect(kept(grid(100, 2))).toHaveLength(200);
    expect(() => kept(grid(101, 2))).toThrow(
      'The answer has 101 series, and at most 100 are kept: aggregate in the query',
    );
  });

  it('refuses more than 10,000 figures', () => {
    expect(() => kept(grid(1_001, 10))).toThrow(
      'The answer has 10010 figures, and at most 10000 are kept: aggregate in the query',
    );
  });

  it.each([
    ['a name that cannot be stored', { 'pod/name': 'a' }, { 'pod/name': 'b' }],
    ['a value with a line break', { pod: 'a\nb' }, { pod: 'a\nc' }],
    [
      'a value of 501 characters',
      { pod: 'a'.repeat(501) },
      { pod: 'b'.repeat(501) },
    ],
    ['half a character', { pod: '\ud83d' }, { pod: '\ud83e' }],
  ])(
    'leaves out a label with %s, and refuses to mix up two series',
    (_, one, other) => {
      expect(kept([lag({ dimensions: { topic: 'clicks', ...one } })])).toEqual(
        kept([lag()]),
      );
      expect(() =>
        kept([
          lag({ dimensions: { ...one } }),
          lag({ dimensions: { ...other } }),
        ]),
      ).toThrow(
        'The answer has several figures of one time with the same labels: aggregate in the query',
      );
    },
  );

  it('keeps the first 20 labels by name, and no prototype', () => {
    const names = Array.from(
      { length: 25 },
      (_, index) => `label_${String(index).padStart(2, '0')}`,
    );
    const labels = Object.fromEntries(
      ['__proto__', ...names].reverse().map(name => [name, 'x']),
    );
    const [{ dimensions }] = kept([lag({ dimensions: labels })]);
    expect(Object.keys(dimensions)).toEqual(names.slice(0, 20));
  });
});
