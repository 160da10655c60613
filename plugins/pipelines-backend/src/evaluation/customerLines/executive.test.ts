import { at } from '../__testUtils__/instants';
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

describe('Executive', () => {
  it.each<[sentence: string, state: 'complete' | 'failed', expected: string]>([
    ['the one run of the month came good', 'complete', 'met'],
    ['it failed', 'failed', 'missed failed'],
  ])('100% for monthly runs: %s', (_, state, expected) => {
    const success = promise({
      id: 's',
      type: 'success',
      audience: 'investors',
      target: 100,
    });
    const runs = [
      run('2026-11-01 06:00', { ended: '2026-11-01 07:00', state }),
    ];
    expect(now(success, '2026-11-01 09:00', { runs })).toBe(expected);
  });

  it('all required metrics are available: NA is not there', () => {
    const needed = monitor({ id: 'q', type: 'required', metrics: ['profit'] });
    const runs = [run('2026-11-01 06:00', { ended: '2026-11-01 07:00' })];
    const go = (figure: number | { error: string }) =>
      now(needed, '2026-11-01 09:00', {
        runs,
        measurements: [measured('profit', '2026-11-01 06:50', figure)],
      });
    expect([go(0), go({ error: 'NA' })]).toEqual(['met', 'missed incomplete']);
  });

  it('issues by end of month, before investor reporting', () => {
    const mended = promise({ id: 'm', type: 'resolution', by: 'end of month' });
    const go = (recovered: string) =>
      inWords(
        judgeAt([mended], '2026-12-02 00:00', {
          issues: [
            {
              id: 'i',
              severity: 'high',
              startedAt: at('2026-11-25 10:00'),
              recoveredAt: at(recovered),
            },
          ],
        }).slots[0].verdict,
      );
    expect([go('2026-11-30 23:59'), go('2026-12-01 00:01')]).toEqual([
      'met',
      'missed late',
    ]);
  });
});
