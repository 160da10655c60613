import { at, shown } from '../__testUtils__/instants';
import { inWords, judgeAt, promise } from '../__testUtils__/judging';
import { IssueFact } from '../facts';

describe('resolution', () => {
  const within = promise({
    id: 'r',
    type: 'resolution',
    within: '48h',
    severities: ['critical'],
  });
  const byMonth = promise({ id: 'r', type: 'resolution', by: 'end of month' });
  const issue = (recovered?: string): IssueFact => ({
    id: 'i1',
    severity: 'critical',
    startedAt: at('2026-11-03 10:00'),
    ...(recovered && { recoveredAt: at(recovered) }),
  });

  it.each<
    [
      sentence: string,
      now: string,
      recovered: string | undefined,
      expected: string,
    ]
  >([
    [
      'is pending while there is time',
      '2026-11-04 10:00',
      undefined,
      'pending',
    ],
    [
      'is at risk in the last quarter',
      '2026-11-04 22:00',
      undefined,
      'at-risk due-soon',
    ],
    [
      'is met when mended in time',
      '2026-11-09 00:00',
      '2026-11-05 10:00',
      'met',
    ],
    [
      'is missed when mended later',
      '2026-11-09 00:00',
      '2026-11-05 10:01',
      'missed late',
    ],
    [
      'is missed while it is open after that',
      '2026-11-05 10:01',
      undefined,
      'missed unresolved',
    ],
  ])('%s', (_, now, recovered, expected) => {
    const { slots } = judgeAt([within], now, { issues: [issue(recovered)] });
    expect(slots.map(({ verdict }) => inWords(verdict))).toEqual([expected]);
  });

  it('is to be looked at again at a whole millisecond, as stores keep them', () => {
    const startedAt = at('2026-11-03 10:00') + 1;
    const issues = [{ ...issue(), startedAt }];
    const { nextAt } = judgeAt([byMonth], '2026-11-04 00:00', { issues });
    expect(Number.isInteger(nextAt)).toBe(true);
  });

  it('leaves other severities alone', () => {
    const issues: IssueFact[] = [{ ...issue(), severity: 'low' }];
    expect(judgeAt([within], '2026-11-09 00:00', { issues }).slots).toEqual([]);
  });

  it('by the end of the month, and counted in it', () => {
    const { slots } = judgeAt([byMonth], '2026-11-09 00:00', {
      issues: [issue()],
    });
    expect(shown(slots[0].slot.dueAt)).toBe('2026-12-01 00:00 -05:00');
    expect(shown(slots[0].slot.countsAt)).toBe('2026-11-30 23:59 -05:00');
  });
});
