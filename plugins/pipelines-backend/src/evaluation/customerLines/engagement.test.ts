import { at, NEW_YORK } from '../__testUtils__/instants';
import {
  inWords,
  judgeAt,
  measured,
  monthTally,
  promise,
} from '../__testUtils__/judging';
import { monthOf } from '../calendar/period';
import { Facts } from '../facts';
import { RuleVersion } from '../rule';
import { scoreOf } from '../scores/score';

/* Lines of the customer's own document, on real dates. */

function now(
  version: RuleVersion,
  instant: string,
  known: Partial<Facts> = {},
) {
  return inWords(judgeAt([version], instant, known).current);
}

describe('Engagement', () => {
  const clicks = promise({
    id: 'f',
    type: 'freshness',
    maxAge: '48h',
    watermark: 'clicks.newest',
  });
  const measurements = [
    measured('clicks.newest', '2026-11-03 10:00', at('2026-11-03 10:00')),
  ];

  it.each<[age: string, when: string, expected: string]>([
    ['47 h 59 min old is fine', '2026-11-05 09:59', 'met'],
    ['48 h 01 min is missed', '2026-11-05 10:01', 'missed stale'],
  ])('within 48 hours: the newest click %s', (_, when, expected) => {
    expect(now(clicks, when, { measurements })).toBe(expected);
  });

  it.each<[good: number, total: number, state: string, shown: string]>([
    [99_900, 100_000, 'met', '99.9'],
    [99_899, 100_000, 'missed', '99.89'],
  ])(
    '99.9% valid events: %s of %s is %s, shown as %s',
    (good, total, state, shown) => {
      const valid = promise({
        id: 'v',
        type: 'ratio',
        metric: 'valid',
        target: 99.9,
      });
      const november = monthOf('2026-11', NEW_YORK);
      const end = at('2026-12-02 00:00');
      const judgement = judgeAt(
        [valid],
        '2026-12-02 00:00',
        {
          measurements: [
            measured('valid', '2026-11-03 05:00', { good, total }),
          ],
        },
        { from: '2026-11-01 00:00' },
      );
      const score = scoreOf({
        tally: monthTally(judgement, november, end),
        month: november,
        now: end,
      });
      expect([score.state, score.shown]).toEqual([state, shown]);
    },
  );
});
