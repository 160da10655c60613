import { at, shown } from '../__testUtils__/instants';
import {
  facts,
  inWords,
  intervalLines,
  judgeAt,
  measured,
  monitor,
} from '../__testUtils__/judging';
import { judge, needsOf } from '../judge';
import { selectFacts } from '../selectFacts';
import { NO_EVIDENCE } from '../verdict';

describe('silence', () => {
  const anything = monitor(
    { id: 's', type: 'silence', silentFor: '1h' },
    { from: at('2026-11-03 00:00') },
  );

  it('a pipeline never heard of is silent too, from when the rule began on', () => {
    const go = (now: string) => inWords(judgeAt([anything], now, {}).current);
    expect([go('2026-11-03 00:59'), go('2026-11-03 01:00')]).toEqual([
      'pending',
      'missed silent',
    ]);
  });

  it('warns by time alone, and is well when something is heard', () => {
    const heard = [at('2026-11-03 00:30'), at('2026-11-03 04:00')];
    const judgement = judgeAt([anything], '2026-11-03 04:30', { heard });
    expect(intervalLines(judgement)).toEqual([
      '2026-11-03 00:00 pending',
      '2026-11-03 00:30 met',
      '2026-11-03 01:30 missed silent',
      '2026-11-03 04:00 met',
    ]);
    expect(shown(judgement.nextAt ?? 0)).toBe('2026-11-03 05:00 -05:00');
  });

  it('of a metric counts when it was heard, not what it is of', () => {
    const rule = monitor(
      { id: 's', type: 'silence', metric: 'm', silentFor: '26h' },
      { from: at('2026-11-01 00:00') },
    );
    const measurements = [
      measured('m', '2026-11-02 00:00', 1, {
        receivedAt: at('2026-11-02 06:00'),
      }),
    ];
    const go = (now: string) =>
      inWords(judgeAt([rule], now, { measurements }).current);
    expect([go('2026-11-03 07:59'), go('2026-11-03 08:00')]).toEqual([
      'met',
      'missed silent',
    ]);
  });

  it('an error is no sign of life, and does not hide the one before it', () => {
    const rule = monitor(
      { id: 's', type: 'silence', metric: 'm', silentFor: '20h', for: '1h' },
      { from: at('2026-10-01 00:00') },
    );
    const measurements = [
      measured('m', '2026-10-31 21:00', 1),
      measured('m', '2026-10-31 22:00', { error: 'timeout' }),
    ];
    const now = at('2026-11-01 12:00');
    const window = { from: at('2026-11-01 00:00'), to: Infinity };
    const known = facts({ measurements });
    const { current } = judge({
      versions: [rule],
      window,
      facts: selectFacts(known, needsOf([rule], window)),
      now,
      carried: { verdict: { state: 'met', evidence: NO_EVIDENCE } },
    });
    expect(inWords(current)).toBe('met');
  });
});
