import { at, shown } from '../__testUtils__/instants';
import { judgeAt, promise, run, slotLines } from '../__testUtils__/judging';

describe('delivery by a deadline in words', () => {
  const statuses = promise({
    id: 'delivery-account-statuses',
    type: 'delivery',
    deadline: 'end of week',
    grace: '2h',
  });

  it('is met by a good run of its week, and not by one of the next', () => {
    const runs = [
      run('2026-11-04 05:00', { ended: '2026-11-04 05:30' }),
      run('2026-11-16 02:30', { ended: '2026-11-16 03:00' }),
    ];
    expect(
      slotLines(
        judgeAt(
          [statuses],
          '2026-11-18 00:00',
          { runs },
          { from: '2026-11-03 00:00' },
        ),
      ),
    ).toEqual([
      '2026-11-09 00:00 met',
      '2026-11-16 00:00 missed absent',
      '2026-11-23 00:00 met',
    ]);
  });

  it('each business day but no holiday', () => {
    const daily = promise(
      { id: 'd', type: 'delivery', deadline: 'every business day 09:00' },
      {
        calendar: { holidays: [{ date: '2026-11-26', name: 'Thanksgiving' }] },
      },
    );
    expect(
      slotLines(
        judgeAt([daily], '2026-11-27 12:00', {}, { from: '2026-11-25 00:00' }),
      ),
    ).toEqual([
      '2026-11-25 09:00 missed absent',
      '2026-11-27 09:00 missed absent',
      '2026-11-30 09:00 pending',
    ]);
  });
});

describe('which version of the promise holds', () => {
  const first = {
    id: 'v1',
    from: at('2026-11-10 12:00'),
    to: at('2026-11-13 12:00'),
  };
  const second = { id: 'v2', from: at('2026-11-13 12:00') };
  const versions = [
    promise({ id: 'd', type: 'delivery', deadline: 'every day 09:00' }, first),
    promise({ id: 'd', type: 'delivery', deadline: 'every day 15:00' }, second),
  ];

  it('nothing was expected before the first was recorded', () => {
    expect(slotLines(judgeAt(versions, '2026-11-10 18:00', {}))).toEqual([
      '2026-11-11 09:00 pending',
    ]);
  });

  it('each slot is of the version that held when it was expected', () => {
    const { slots } = judgeAt(versions, '2026-11-14 10:00', {});
    expect(
      slots.map(
        ({ slot, versionId }) =>
          `${shown(slot.expectedAt).slice(5, 16)} ${versionId}`,
      ),
    ).toEqual([
      '11-11 09:00 v1',
      '11-12 09:00 v1',
      '11-13 09:00 v1',
      '11-13 15:00 v2',
      '11-14 15:00 v2',
    ]);
  });
});
