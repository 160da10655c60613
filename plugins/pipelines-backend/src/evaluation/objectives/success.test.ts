import { judgeAt, promise, run, slotLines } from '../__testUtils__/judging';

describe('success', () => {
  const runs = [
    run('2026-11-01 05:00', {
      ended: '2026-11-01 05:10',
      state: 'failed',
      audience: 'experiments',
    }),
    run('2026-11-01 05:20', {
      ended: '2026-11-01 05:40',
      audience: 'experiments',
    }),
    run('2026-11-02 05:00', {
      ended: '2026-11-02 05:10',
      state: 'failed',
      audience: 'experiments',
    }),
  ];

  it('counts slots, with the attempts of each beside it', () => {
    const rule = promise({
      id: 's',
      type: 'success',
      audience: 'experiments',
      target: 95,
    });
    const judgement = judgeAt(
      [rule],
      '2026-11-02 12:00',
      { runs },
      { from: '2026-11-01 00:00' },
    );
    expect(slotLines(judgement)).toEqual([
      '2026-11-01 05:00 met',
      '2026-11-02 05:00 missed failed',
      '2026-11-03 05:00 pending',
    ]);
    expect(judgement.slots[0].verdict.evidence).toMatchObject({
      attempts: 2,
      failed: 1,
    });
  });

  it('without an audience expects the runs of all', () => {
    const rule = promise({ id: 's', type: 'success' });
    const { slots } = judgeAt(
      [rule],
      '2026-11-01 12:00',
      { runs },
      { from: '2026-11-01 00:00', to: '2026-11-02 00:00' },
    );
    expect(
      slots.map(({ slot, verdict }) => `${slot.key} ${verdict.state}`),
    ).toEqual([
      'experiments/2026-11-01T10:00:00.000Z met',
      'investors/2026-11-01T11:00:00.000Z missed',
    ]);
  });
});
