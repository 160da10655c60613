import {
  inWords,
  judgeAt,
  measured,
  monitor,
  promise,
  run,
} from '../__testUtils__/judging';
import { Facts } from '../facts';
import { RuleVersion } from '../rule';

/* Lines of the customer's own document, on real dates. */

function now(
  version: RuleVersion,
  instant: string,
  known: Partial<Facts> = {},
) {
  return inWords(judgeAt([version], instant, known).current);
}

describe('Growth', () => {
  it.each<[sentence: string, ended: string, expected: string]>([
    ['Sunday 23:59', '2026-11-08 23:59', 'met'],
    ['Monday 00:01', '2026-11-09 00:01', 'missed late'],
  ])('end of week for latest account statuses: %s', (_, ended, expected) => {
    const weekly = promise({
      id: 'w',
      type: 'delivery',
      deadline: 'end of week',
    });
    const runs = [run('2026-11-08 22:00', { ended })];
    const { slots } = judgeAt(
      [weekly],
      '2026-11-10 00:00',
      { runs },
      { from: '2026-11-03 00:00' },
    );
    expect(inWords(slots[0].verdict)).toBe(expected);
  });

  it('license numbers: verify against account management system', () => {
    const agree = monitor({
      id: 'l',
      type: 'reconciliation',
      metric: 'licenses',
      against: 'accounts',
    });
    const go = (licenses: number) =>
      now(agree, '2026-11-03 12:00', {
        measurements: [
          measured('licenses', '2026-11-03 05:00', licenses),
          measured('accounts', '2026-11-03 05:01', 4_200),
        ],
      });
    expect([go(4_200), go(4_199)]).toEqual(['met', 'missed differs']);
  });

  it('100% of active accounts: one that lacks breaks it', () => {
    const all = promise({
      id: 'a',
      type: 'ratio',
      metric: 'accounts.current',
      target: 100,
    });
    const go = (good: number) =>
      now(all, '2026-11-03 12:00', {
        measurements: [
          measured('accounts.current', '2026-11-03 05:00', {
            good,
            total: 4_200,
          }),
        ],
      });
    expect([go(4_200), go(4_199)]).toEqual(['met', 'missed below-target']);
  });
});
