import { held } from './hold';
import { Line } from './intervals';
import { NO_EVIDENCE, Verdict } from './verdict';

const met: Verdict = { state: 'met', evidence: NO_EVIDENCE };
const missed: Verdict = {
  state: 'missed',
  reason: 'out-of-limits',
  evidence: NO_EVIDENCE,
};
const unknown: Verdict = {
  state: 'no-data',
  reason: 'error',
  evidence: NO_EVIDENCE,
};

/** `0+ 10- 20?`: well from 0, broken from 10, unknown from 20 on. */
function line(text: string): Line {
  const verdicts = new Map([
    ['+', met],
    ['-', missed],
    ['?', unknown],
  ]);
  return text.split(' ').map(word => ({
    from: Number(word.slice(0, -1)),
    verdict: verdicts.get(word.slice(-1)) ?? met,
  }));
}

function inWords(points: Line): string {
  return points
    .map(({ from, verdict }) => `${from} ${verdict.state}`)
    .join(', ');
}

describe('held', () => {
  it.each<
    [
      sentence: string,
      raw: string,
      forMs: number,
      recoverAfterMs: number,
      expected: string,
    ]
  >([
    [
      'warns at once without a time to hold',
      '0+ 10-',
      0,
      0,
      '0 met, 10 missed',
    ],
    ['warns after it has held', '0+ 10-', 5, 0, '0 met, 10 at-risk, 15 missed'],
    [
      'does not warn of what is over sooner',
      '0+ 10- 14+',
      5,
      0,
      '0 met, 10 at-risk, 14 met',
    ],
    [
      'does not warn of what is over at that very moment',
      '0+ 10- 15+',
      5,
      0,
      '0 met, 10 at-risk, 15 met',
    ],
    [
      'each time begins anew',
      '0+ 10- 14+ 16- 20+',
      5,
      0,
      '0 met, 10 at-risk, 14 met, 16 at-risk, 20 met',
    ],
    [
      'is well only after a time',
      '0- 10+',
      0,
      5,
      '0 missed, 10 missed, 15 met',
    ],
    [
      'flapping goes on warning',
      '0- 10+ 13- 20+',
      0,
      5,
      '0 missed, 10 missed, 13 missed, 20 missed, 25 met',
    ],
    [
      'a warning stays while nothing is known',
      '0- 10? 20+',
      0,
      0,
      '0 missed, 10 missed, 20 met',
    ],
    [
      'without a warning, what is not known is said',
      '0+ 10? 20+',
      5,
      5,
      '0 met, 10 no-data, 20 met',
    ],
  ])('%s', (_, raw, forMs, recoverAfterMs, expected) => {
    const hold = { forMs, recoverAfterMs };
    expect(inWords(held({ line: line(raw), hold }))).toBe(expected);
  });

  it('goes on from how it stood, with the time the condition has held already', () => {
    const hold = { forMs: 5, recoverAfterMs: 5 };
    const go = (raw: string, verdict: Verdict) =>
      inWords(held({ line: line(raw), hold, start: { at: 12, verdict } }));
    expect(go('0+ 10-', met)).toBe('12 at-risk, 15 missed');
    expect(go('0- 10+', missed)).toBe('12 missed, 15 met');
    expect(go('0- 10+', met)).toBe('12 met');
    expect(go('0+ 2- 10? 13-', missed)).toBe('12 missed, 13 missed');
  });
});
