import { at } from './__testUtils__/instants';
import { facts, FROM, judgeAt, promise, run } from './__testUtils__/judging';
import { needsOf, readsOf } from './judge';
import { runTouchesFrom } from './touches';

describe('what a promise reads and needs', () => {
  it('says which run touches it, and which range one query has to fetch', () => {
    const rule = promise({ id: 'd', type: 'delivery', audience: 'investors' });
    expect(readsOf([rule])).toEqual([
      { runs: { audience: 'investors' }, metrics: [] },
    ]);
    const window = { from: at('2026-11-01 00:00'), to: Infinity };
    expect(needsOf([rule], window)).toEqual({
      // A run that its tool names for the slot may begin before it.
      runs: { from: at('2026-10-01 05:59') },
    });
  });

  it('of metrics also the last one before the window', () => {
    const rule = promise({ id: 'v', type: 'ratio', metric: 'events.valid' });
    const window = { from: FROM, to: at('2026-02-01 00:00') };
    expect(needsOf([rule], window)).toEqual({
      metrics: { 'events.valid': { ...window, withLastBefore: true } },
    });
  });

  it('the order of facts changes nothing', () => {
    const runs = [
      run('2026-11-01 06:00', { ended: '2026-11-01 09:00' }),
      run('2026-11-01 06:30', { ended: '2026-11-01 07:00' }),
    ];
    const rule = promise({ id: 'd', type: 'delivery', audience: 'investors' });
    const go = (known: typeof runs) =>
      judgeAt([rule], '2026-11-02 00:00', facts({ runs: known }));
    expect(go([...runs].reverse())).toEqual(go(runs));
  });
});

describe('the first instant that a run is about', () => {
  it.each<[sentence: string, given: Parameters<typeof run>[1], from: string]>([
    ['its begin', { ended: '2026-11-01 07:00' }, '2026-11-01 06:00'],
    [
      'the time that its tool names',
      { nominal: { start: at('2026-10-01 06:00') } },
      '2026-10-01 06:00',
    ],
    [
      'its end as it is scored, where its clock is ahead',
      { ended: '2026-11-01 07:00', receivedAt: at('2026-11-01 05:00') },
      '2026-11-01 05:00',
    ],
  ])('%s', (_, given, from) => {
    expect(runTouchesFrom(run('2026-11-01 06:00', given))).toBe(at(from));
  });
});
