import { at, shown } from '../__testUtils__/instants';
import {
  inWords,
  intervalLines,
  judgeAt,
  measured,
  promise,
  run,
} from '../__testUtils__/judging';

const seconds = (when: string) => at(when) / 1_000;

const clicks = promise({
  id: 'freshness',
  type: 'freshness',
  maxAge: '48h',
  watermark: 'clicks.newest',
});

describe('freshness', () => {
  const newest = [
    measured('clicks.newest', '2026-11-03 12:00', seconds('2026-11-03 10:00')),
  ];

  it.each<[sentence: string, now: string, expected: string]>([
    ['newest click 47 h 59 min old is fine', '2026-11-05 09:59', 'met'],
    ['exactly 48 h is not older than 48 h', '2026-11-05 10:00', 'met'],
    ['48 h 01 min is missed', '2026-11-05 10:01', 'missed stale'],
  ])('%s', (_, now, expected) => {
    const { current } = judgeAt([clicks], now, { measurements: newest });
    expect(inWords(current)).toBe(expected);
  });

  it('is known beforehand: nobody needs to send anything', () => {
    const { nextAt } = judgeAt([clicks], '2026-11-04 00:00', {
      measurements: newest,
    });
    expect(nextAt).toBe(at('2026-11-05 10:00') + 1);
  });

  it('stale from then until newer data is there', () => {
    const measurements = [
      ...newest,
      measured(
        'clicks.newest',
        '2026-11-05 22:00',
        seconds('2026-11-05 21:00'),
      ),
    ];
    const judgement = judgeAt(
      [clicks],
      '2026-11-06 00:00',
      { measurements },
      { from: '2026-11-03 00:00' },
    );
    expect(intervalLines(judgement)).toEqual([
      '2026-11-03 00:00 no-data never-measured',
      '2026-11-03 12:00 met',
      '2026-11-05 10:00 missed stale',
      '2026-11-05 22:00 met',
    ]);
  });

  it.each<[sentence: string, figure: number]>([
    ['seconds', seconds('2026-11-03 10:00')],
    ['milliseconds', at('2026-11-03 10:00')],
  ])('a watermark may be Unix time in %s', (_, figure) => {
    const measurements = [
      measured('clicks.newest', '2026-11-03 12:00', figure),
    ];
    const { current } = judgeAt([clicks], '2026-11-03 13:00', { measurements });
    expect(current.evidence).toMatchObject({
      newest: at('2026-11-03 10:00'),
      source: 'watermark',
    });
  });

  it('a watermark from the future counts as when we heard of it, and is flagged', () => {
    const measurements = [
      measured(
        'clicks.newest',
        '2026-11-03 12:00',
        seconds('2027-01-01 00:00'),
      ),
    ];
    const { current } = judgeAt([clicks], '2026-11-03 13:00', { measurements });
    expect(current.evidence).toMatchObject({
      newest: at('2026-11-03 12:00'),
      isClamped: true,
    });
    const later = judgeAt([clicks], '2026-11-06 13:00', { measurements });
    expect(inWords(later.current)).toBe('missed stale');
  });

  it('a green run can serve old data: the watermark decides', () => {
    const runs = [run('2026-11-05 12:00', { ended: '2026-11-05 12:30' })];
    const { current } = judgeAt([clicks], '2026-11-05 13:00', {
      measurements: newest,
      runs,
    });
    expect(inWords(current)).toBe('missed stale');
  });

  it('the oldest of several data sets decides', () => {
    const measurements = [
      measured(
        'clicks.newest',
        '2026-11-05 12:00',
        seconds('2026-11-05 11:00'),
        { series: 'web' },
      ),
      measured(
        'clicks.newest',
        '2026-11-05 12:00',
        seconds('2026-11-01 11:00'),
        { series: 'app' },
      ),
    ];
    const { current } = judgeAt([clicks], '2026-11-05 13:00', { measurements });
    expect(inWords(current)).toBe('missed stale');
  });
});

describe('freshness without a watermark', () => {
  const daily = promise({ id: 'freshness', type: 'freshness', maxAge: '24h' });

  it('is that of the last good run, and says so', () => {
    const runs = [run('2026-11-03 05:00', { ended: '2026-11-03 05:30' })];
    const { current, nextAt } = judgeAt([daily], '2026-11-03 12:00', { runs });
    expect(inWords(current)).toBe('met');
    expect(current.evidence).toMatchObject({
      source: 'last-good-run',
      id: 'run 2026-11-03 05:00',
    });
    expect(shown(nextAt ?? 0)).toBe('2026-11-04 05:30 -05:00');
  });

  it.each<[sentence: string, changes: Parameters<typeof run>[1]]>([
    ['a failed run', { ended: '2026-11-04 05:30', state: 'failed' }],
    ['an aborted run', { ended: '2026-11-04 05:30', state: 'aborted' }],
    ['a backfill', { ended: '2026-11-04 05:30', isBackfill: true }],
    ['a run that has not ended', {}],
  ])('%s makes nothing newer', (_, changes) => {
    const runs = [
      run('2026-11-03 05:00', { ended: '2026-11-03 05:30' }),
      run('2026-11-04 05:00', changes),
    ];
    const { current } = judgeAt([daily], '2026-11-04 06:00', { runs });
    expect(inWords(current)).toBe('missed stale');
  });

  it('is not known while nothing ran', () => {
    const { current, nextAt } = judgeAt([daily], '2026-11-04 06:00', {});
    expect([inWords(current), nextAt]).toEqual([
      'no-data never-measured',
      undefined,
    ]);
  });
});

describe('freshness by runs until there is a watermark', () => {
  it('what runs said before it stays said', () => {
    const runs = [run('2026-11-03 05:00', { ended: '2026-11-03 05:30' })];
    const measurements = [
      measured(
        'clicks.newest',
        '2026-11-04 12:00',
        seconds('2026-11-01 10:00'),
      ),
    ];
    const judgement = judgeAt(
      [clicks],
      '2026-11-05 00:00',
      { runs, measurements },
      { from: '2026-11-03 00:00' },
    );
    expect(intervalLines(judgement)).toEqual([
      '2026-11-03 00:00 no-data never-measured',
      '2026-11-03 05:30 met',
      '2026-11-04 12:00 missed stale',
    ]);
  });
});
