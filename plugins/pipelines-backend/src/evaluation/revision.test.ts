import { at } from './__testUtils__/instants';
import { judgeAt, measured, promise, run } from './__testUtils__/judging';
import { revisionsOf } from './revision';

const window = { from: at('2026-11-01 00:00'), to: at('2026-12-01 00:00') };
const text = { from: '2026-11-01 00:00', to: '2026-12-01 00:00' };

describe('what later data changed in a closed month', () => {
  const delivery = [
    promise({ id: 'd', type: 'delivery', audience: 'investors' }),
  ];
  const ended = (when: string) => [run('2026-11-01 06:00', { ended: when })];

  it('a run of which we hear only now: missed becomes met', () => {
    const before = judgeAt(delivery, '2026-12-05 00:00', {}, text);
    const after = judgeAt(
      delivery,
      '2026-12-05 00:00',
      { runs: ended('2026-11-01 07:00') },
      text,
    );
    expect(revisionsOf({ before, after, window })).toEqual([
      {
        type: 'slot',
        key: '2026-11-01T11:00:00.000Z',
        before: before.slots[0].verdict,
        after: after.slots[0].verdict,
      },
    ]);
  });

  it('absent becomes late: the reason changed, which is worth saying', () => {
    const before = judgeAt(delivery, '2026-12-05 00:00', {}, text);
    const after = judgeAt(
      delivery,
      '2026-12-05 00:00',
      { runs: ended('2026-11-02 07:00') },
      text,
    );
    expect(revisionsOf({ before, after, window })).toMatchObject([
      { before: { reason: 'absent' }, after: { reason: 'late' } },
    ]);
  });

  it('more evidence for the same verdict is none', () => {
    const runs = ended('2026-11-01 07:00');
    const more = [
      ...runs,
      run('2026-11-01 06:10', { ended: '2026-11-01 07:30' }),
    ];
    const before = judgeAt(delivery, '2026-12-05 00:00', { runs }, text);
    const after = judgeAt(delivery, '2026-12-05 00:00', { runs: more }, text);
    expect(revisionsOf({ before, after, window })).toEqual([]);
  });

  it('says for which time a state changed, and which counts', () => {
    const valid = [
      promise({ id: 'v', type: 'ratio', metric: 'valid', target: 99 }),
    ];
    const first = measured('valid', '2026-11-01 00:00', {
      good: 10,
      total: 10,
    });
    const late = measured('valid', '2026-11-20 00:00', { good: 1, total: 10 });
    const before = judgeAt(
      valid,
      '2026-12-05 00:00',
      { measurements: [first] },
      text,
    );
    const after = judgeAt(
      valid,
      '2026-12-05 00:00',
      { measurements: [first, late] },
      text,
    );
    expect(revisionsOf({ before, after, window })).toMatchObject([
      {
        type: 'time',
        from: at('2026-11-20 00:00'),
        to: window.to,
        before: { state: 'met' },
        after: { state: 'missed' },
      },
      {
        type: 'counts',
        before: { good: 10, total: 10 },
        after: { good: 11, total: 20 },
      },
    ]);
  });
});
