import { at, NEW_YORK } from '../__testUtils__/instants';
import { judgeAt, promise, run } from '../__testUtils__/judging';
import { monthOf } from '../calendar/period';
import { JudgedEvents } from '../judgement';
import { countedIntervals, countedSlots, dayCounts } from './counted';

const counted = (
  when: string,
  good: number,
  total: number,
  versionId = 'v1',
): JudgedEvents => ({ at: at(when), good, total, versionId, target: 99.9 });

describe('events of a day', () => {
  it('are those of the local day, each version by itself, in order', () => {
    const events = [
      counted('2026-11-04 00:00', 5, 5, 'v2'),
      counted('2026-11-03 23:59', 1, 2),
      counted('2026-11-03 00:00', 2, 2),
      counted('2026-11-04 00:00', 7, 8, 'v1'),
    ];
    expect(dayCounts(events, NEW_YORK)).toEqual([
      { day: '2026-11-03', versionId: 'v1', target: 99.9, good: 3, total: 4 },
      { day: '2026-11-04', versionId: 'v1', target: 99.9, good: 7, total: 8 },
      { day: '2026-11-04', versionId: 'v2', target: 99.9, good: 5, total: 5 },
    ]);
  });

  it('are added up as they were written', () => {
    const events = [
      counted('2026-11-03 01:00', 0.1, 0.1),
      counted('2026-11-03 02:00', 0.2, 0.2),
    ];
    expect(dayCounts(events, NEW_YORK)).toMatchObject([
      { good: 0.3, total: 0.3 },
    ]);
  });
});

describe('what a month counts', () => {
  const november = monthOf('2026-11', NEW_YORK);

  it('slots by state, target and exclusions', () => {
    const rule = promise({
      id: 'd',
      type: 'delivery',
      audience: 'experiments',
    });
    const { slots } = judgeAt(
      [rule],
      '2026-12-01 12:00',
      {
        runs: [
          run('2026-11-03 05:00', {
            ended: '2026-11-03 05:30',
            audience: 'experiments',
          }),
        ],
        exclusions: [
          {
            id: 'x',
            from: at('2026-11-04 00:00'),
            to: at('2026-11-06 00:00'),
          },
        ],
      },
      { from: '2026-10-20 00:00' },
    );
    expect(countedSlots(slots, november)).toEqual([
      { state: 'missed', target: 100, count: 27, exclusionIds: [] },
      { state: 'met', target: 100, count: 1, exclusionIds: [] },
      { state: 'excluded', target: 100, count: 2, exclusionIds: ['x'] },
    ]);
  });

  it('intervals without what they were judged by', () => {
    const rule = promise({ id: 'up', type: 'availability', target: 99.9 });
    const { intervals } = judgeAt(
      [rule],
      '2026-11-05 00:00',
      { downsWatchedSince: at('2026-11-04 00:00') },
      { from: '2026-11-01 00:00' },
    );
    expect(countedIntervals(intervals)).toEqual([
      {
        from: at('2026-11-01 00:00'),
        to: at('2026-11-04 00:00'),
        state: 'no-data',
        target: 99.9,
        exclusionIds: [],
      },
      {
        from: at('2026-11-04 00:00'),
        state: 'met',
        target: 99.9,
        exclusionIds: [],
      },
    ]);
  });
});
