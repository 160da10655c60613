import { at, shown } from '../__testUtils__/instants';
import { inWords, judgeAt, promise } from '../__testUtils__/judging';
import { ReviewFact } from '../facts';

describe('review', () => {
  const monthly = promise({
    id: 'rev',
    type: 'review',
    every: 'month',
    by: 'accounts',
    due: '5th business day 09:00',
  });
  const signed = (when: string, isApproved = true): ReviewFact => ({
    id: `review ${when}`,
    ruleId: 'rev',
    period: '2026-10',
    at: at(when),
    isApproved,
  });

  it.each<
    [sentence: string, now: string, reviews: ReviewFact[], expected: string]
  >([
    [
      'October is pending once it is over',
      '2026-11-02 00:00',
      [],
      '2026-10 pending',
    ],
    [
      'is at risk three days before it is due',
      '2026-11-04 09:00',
      [],
      '2026-10 at-risk due-soon',
    ],
    [
      'is met by a sign-off in time',
      '2026-11-20 00:00',
      [signed('2026-11-06 08:00')],
      '2026-10 met',
    ],
    [
      'is met by one before the month is over',
      '2026-11-02 00:00',
      [signed('2026-10-30 08:00')],
      '2026-10 met',
    ],
    ['is missed unsigned', '2026-11-06 09:01', [], '2026-10 missed unsigned'],
    [
      'a sign-off after that is late',
      '2026-11-20 00:00',
      [signed('2026-11-09 08:00')],
      '2026-10 missed late',
    ],
    [
      'whoever refuses does not sign',
      '2026-11-20 00:00',
      [signed('2026-11-03 08:00', false)],
      '2026-10 missed unsigned',
    ],
    [
      'what was said last in time counts',
      '2026-11-20 00:00',
      [signed('2026-11-03 08:00'), signed('2026-11-04 08:00', false)],
      '2026-10 missed unsigned',
    ],
  ])('%s', (_, now, reviews, expected) => {
    const { slots } = judgeAt(
      [monthly],
      now,
      { reviews },
      { from: '2026-11-01 00:00' },
    );
    expect(`${slots[0].slot.key} ${inWords(slots[0].verdict)}`).toBe(expected);
  });

  it('is due at the end of its period where nothing else is said', () => {
    const rule = promise({
      id: 'rev',
      type: 'review',
      every: 'quarter',
      by: 'accounts',
    });
    const { slots } = judgeAt(
      [rule],
      '2026-11-02 00:00',
      {},
      { from: '2026-10-01 00:00' },
    );
    expect(
      slots.map(
        ({ slot, verdict }) =>
          `${slot.key} ${shown(slot.dueAt)} ${verdict.state}`,
      ),
    ).toEqual([
      '2026-Q3 2026-10-01 00:00 -04:00 missed',
      '2026-Q4 2027-01-01 00:00 -05:00 pending',
    ]);
  });

  it('none is expected of a period that ended before the promise', () => {
    const rule = promise(
      { id: 'rev', type: 'review', every: 'month', by: 'accounts' },
      { from: at('2026-11-10 00:00') },
    );
    const { slots } = judgeAt([rule], '2026-12-02 00:00', {});
    expect(slots.map(({ slot }) => slot.key)).toEqual(['2026-11', '2026-12']);
  });
});
