import { inWords, judgeAt, monitor, run } from '../__testUtils__/judging';

describe('freshness as a monitor', () => {
  it('waits as long as `for` says', () => {
    const rule = monitor({
      id: 'f',
      type: 'freshness',
      maxAge: '48h',
      for: '30m',
    });
    const runs = [run('2026-11-01 09:00', { ended: '2026-11-01 10:00' })];
    const go = (now: string) => inWords(judgeAt([rule], now, { runs }).current);
    expect([
      go('2026-11-03 10:00'),
      go('2026-11-03 10:29'),
      go('2026-11-03 10:31'),
    ]).toEqual(['met', 'at-risk holding', 'missed stale']);
  });
});
