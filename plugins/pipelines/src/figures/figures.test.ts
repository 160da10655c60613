import {
  MeasuredDay,
  Measurements,
} from '@techflow/backstage-plugin-pipelines-common';
import { Settings } from 'luxon';
import { day, series } from '../__testUtils__';
import {
  axisWords,
  countWords,
  dimensionWords,
  figureDomain,
  FigureFormat,
  figureFormat,
  figurePoints,
  figureRange,
  figureWords,
  hasDot,
  withGaps,
} from '.';

function days(...of: MeasuredDay[]) {
  const measurements: Measurements = { resolution: 'day', days: of };
  return figurePoints(measurements);
}

function points(...at: string[]) {
  return figurePoints({
    resolution: 'point',
    points: at.map((instant, value) => ({ at: instant, value })),
  });
}

const whereGaps = (of: ReturnType<typeof days>) =>
  withGaps(of).flatMap(({ value }, index) => (value === null ? index : []));

describe('figurePoints', () => {
  it('reads days: their last figure, and from the lowest to the highest', () => {
    expect(days(day(3))).toEqual([
      {
        at: Date.parse('2026-11-03T00:00:00Z'),
        day: '2026-11-03',
        value: 403,
        band: [100, 900],
        count: 24,
      },
    ]);
  });

  it('reads counts, and a share out of nothing as no figure', () => {
    const [point] = figurePoints({
      resolution: 'point',
      points: [{ at: '2026-11-03T06:00:00Z', good: 0, total: 0 }],
    });
    expect(point).toMatchObject({ value: null, good: 0, total: 0 });
  });
});

describe('withGaps', () => {
  it.each([
    ['none where no day is missing', days(day(1), day(2), day(3)), []],
    ['one where a day is missing', days(day(1), day(2), day(4), day(5)), [2]],
    [
      'none between figures that come once a week',
      days(day(1), day(8), day(15)),
      [],
    ],
    [
      'one where such a figure stayed out',
      days(day(1), day(8), day(22), day(29)),
      [2],
    ],
    [
      'none between figures of one day',
      points('2026-11-01T00:00:00Z', '2026-11-01T00:01:00Z'),
      [],
    ],
    [
      'one where hourly figures stayed out for two days',
      points(
        '2026-11-01T00:00:00Z',
        '2026-11-01T01:00:00Z',
        '2026-11-03T01:00:00Z',
      ),
      [2],
    ],
    ['none in nothing', [], []],
  ])('makes %s', (_case, of, gaps) => {
    expect(whereGaps(of)).toEqual(gaps);
  });
});

describe('hasDot', () => {
  const month = Array.from({ length: 50 }, (_, index) => ({
    at: index,
    value: index === 1 || index === 3 ? null : 1,
    band: null,
  }));

  it('is drawn for each of few, and for none where there is none', () => {
    const few = month.slice(0, 5);
    expect(few.map((_, index) => hasDot(few, index))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it('is drawn among many for those that stand alone', () => {
    expect(month.flatMap((_, i) => (hasDot(month, i) ? i : []))).toEqual([
      0, 2,
    ]);
  });
});

describe('figureDomain', () => {
  const number: FigureFormat = { kind: 'number' };
  const share: FigureFormat = { kind: 'share' };
  it.each<[string, (number | undefined)[], FigureFormat, unknown]>([
    ['is left to the chart', [1, 2], number, ['auto', 'auto']],
    ['has room around a flat line', [200, 200], number, [180, 220]],
    ['has room around zero', [0], number, [-1, 1]],
    ['never goes above 100 %', [0.98, 1], share, ['auto', 1]],
    ['shows 100 % at its top', [1, 1], share, [0.9, 1]],
    [
      'has a day around one instant',
      [1_000_000],
      { kind: 'instant' },
      [913_600, 1_086_400],
    ],
    ['needs no figures', [undefined], number, ['auto', 'auto']],
  ])('%s', (_case, values, format, domain) => {
    const of = values.map((value, at) => ({
      at,
      value: value ?? null,
      band: null,
    }));
    expect(figureDomain(of, format)).toEqual(domain);
  });

  it('is not flat where a limit stands apart from the figures', () => {
    const of = [{ at: 0, value: 200, band: null }];
    expect(figureDomain(of, number, [500])).toEqual(['auto', 'auto']);
    expect(figureDomain(of, number, [200])).toEqual([180, 220]);
  });

  it('looks at the lowest and highest of each day too', () => {
    expect(
      figureDomain(days(day(1, { last: 5, min: 1, max: 9 })), number),
    ).toEqual(['auto', 'auto']);
  });
});

describe('words for figures', () => {
  beforeEach(() => {
    Settings.defaultZone = 'Europe/Berlin';
  });
  afterEach(() => {
    Settings.defaultZone = 'system';
  });

  const share: FigureFormat = { kind: 'share' };
  it.each<[number | null | undefined, FigureFormat, string]>([
    [0.99996, share, '99.99 %'],
    [1, share, '100 %'],
    [0.29, share, '29 %'],
    [0, share, '0 %'],
    [1_204, { kind: 'number', unit: 'messages' }, '1,204 messages'],
    [1_234_567.8, { kind: 'number' }, '1,234,568'],
    [3.14159265, { kind: 'number' }, '3.14159'],
    [1_795_438_920, { kind: 'instant' }, '23 Nov 2026 14:02'],
    [null, { kind: 'number' }, 'none'],
    [undefined, share, 'none'],
  ])('says %s as %j: %s', (value, format, words) => {
    expect(figureWords(value, format)).toBe(words);
  });

  it.each<[number, FigureFormat, string]>([
    [128_475, { kind: 'number', unit: 'rows' }, '128,475'],
    [1_204_400, { kind: 'number' }, '1.204M'],
    [0.985, share, '98.5\u00a0%'],
    [0.9999249, share, '99.992\u00a0%'],
    [1_795_438_920, { kind: 'instant' }, '23 Nov'],
  ])('says %s on an axis as %j: %s', (value, format, words) => {
    expect(axisWords(value, format)).toBe(words);
  });

  it('says counts and dimensions', () => {
    expect(countWords(1_998, 2_014)).toBe('1,998 of 2,014');
    expect(dimensionWords({ region: 'eu', product: 'pro' })).toBe(
      'region eu, product pro',
    );
  });

  it.each([
    [series(), { kind: 'number', unit: 'messages' }],
    [
      series({ latest: { at: '2026-11-23T14:59:00Z', good: 1, total: 2 } }),
      { kind: 'share' },
    ],
    [series({ isInstant: true }), { kind: 'instant' }],
  ])('reads the format of %j', (of, format) => {
    expect(figureFormat(of)).toEqual(format);
  });

  it('looks back whole days', () => {
    const now = Date.parse('2026-11-23T15:00:00Z');
    const from = (name: '30d' | '90d' | '1y') =>
      new Date(figureRange(name, now).from).toISOString();
    expect(from('30d')).toBe('2026-10-24T15:00:00.000Z');
    expect(from('90d')).toBe('2026-08-25T15:00:00.000Z');
    expect(from('1y')).toBe('2025-11-23T15:00:00.000Z');
  });
});
