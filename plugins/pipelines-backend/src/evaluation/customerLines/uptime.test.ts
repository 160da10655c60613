import { at, NEW_YORK } from '../__testUtils__/instants';
import { judgeAt, monthTally, promise } from '../__testUtils__/judging';
import { monthOf } from '../calendar/period';
import { scoreOf } from '../scores/score';

/* Lines of the customer's own document, on real dates. */

describe('uptime', () => {
  // 0.1 % of November in New York are 43.26 minutes.
  it.each<[minutes: number, state: string]>([
    [43.26, 'met'],
    [43.27, 'missed'],
  ])('99.9%: %s minutes down in November are %s', (minutes, state) => {
    const up = promise({ id: 'u', type: 'availability', target: 99.9 });
    const november = monthOf('2026-11', NEW_YORK);
    const from = at('2026-11-03 10:00');
    const judgement = judgeAt(
      [up],
      '2026-12-02 00:00',
      {
        downsWatchedSince: at('2026-10-01 00:00'),
        downs: [
          {
            id: 'a',
            name: 'PipelineDown',
            severity: 'critical',
            from,
            to: from + minutes * 60_000,
          },
        ],
      },
      { from: '2026-11-01 00:00' },
    );
    const end = at('2026-12-02 00:00');
    const tally = monthTally(judgement, november, end);
    expect(scoreOf({ tally, month: november, now: end }).state).toBe(state);
  });
});
