import { at, shown } from '../__testUtils__/instants';
import { inWords, judgeAt, promise, run } from '../__testUtils__/judging';
import { RunFact } from '../facts';

const investors = promise({
  id: 'delivery-investors',
  type: 'delivery',
  audience: 'investors',
});

const NOVEMBER = { from: '2026-11-01 00:00', to: '2026-12-01 00:00' };

describe('delivery by a schedule', () => {
  it.each<[sentence: string, now: string, runs: RunFact[], expected: string]>([
    ['is pending before it is expected', '2026-11-01 05:00', [], 'pending'],
    [
      'is pending while it runs',
      '2026-11-01 06:20',
      [run('2026-11-01 06:00')],
      'pending',
    ],
    [
      'is at risk in the last quarter of the grace',
      '2026-11-01 07:30',
      [run('2026-11-01 06:00')],
      'at-risk due-soon',
    ],
    [
      'is at risk once an attempt failed',
      '2026-11-01 06:30',
      [run('2026-11-01 06:00', { ended: '2026-11-01 06:10', state: 'failed' })],
      'at-risk failed',
    ],
    [
      'is no more at risk while the next attempt runs',
      '2026-11-01 06:30',
      [
        run('2026-11-01 06:00', { ended: '2026-11-01 06:10', state: 'failed' }),
        run('2026-11-01 06:20'),
      ],
      'pending',
    ],
    [
      'is met by a good run in time',
      '2026-11-02 00:00',
      [run('2026-11-01 06:00', { ended: '2026-11-01 07:00' })],
      'met',
    ],
    [
      'is met by one that ends in the last moment',
      '2026-11-02 00:00',
      [run('2026-11-01 06:00', { ended: '2026-11-01 08:00' })],
      'met',
    ],
    [
      'is met by the good retry after a failure',
      '2026-11-02 00:00',
      [
        run('2026-11-01 06:00', { ended: '2026-11-01 06:10', state: 'failed' }),
        run('2026-11-01 06:30', { ended: '2026-11-01 07:00' }),
      ],
      'met',
    ],
    [
      'is not taken back by a failure after a good run',
      '2026-11-02 00:00',
      [
        run('2026-11-01 06:00', { ended: '2026-11-01 06:10' }),
        run('2026-11-01 06:30', { ended: '2026-11-01 07:00', state: 'failed' }),
      ],
      'met',
    ],
    [
      'is missed without any run, by time alone',
      '2026-11-01 08:01',
      [],
      'missed absent',
    ],
    [
      'is not missed at the very moment it is due',
      '2026-11-01 08:00',
      [],
      'at-risk due-soon',
    ],
    [
      'is missed if all attempts failed',
      '2026-11-01 08:01',
      [run('2026-11-01 06:00', { ended: '2026-11-01 06:10', state: 'failed' })],
      'missed failed',
    ],
    [
      'an aborted run is no good one',
      '2026-11-01 08:01',
      [
        run('2026-11-01 06:00', {
          ended: '2026-11-01 06:10',
          state: 'aborted',
        }),
      ],
      'missed failed',
    ],
    [
      'is missed while it still runs',
      '2026-11-01 08:01',
      [run('2026-11-01 06:00')],
      'missed running',
    ],
    [
      'late stays late',
      '2026-11-20 00:00',
      [run('2026-11-01 06:00', { ended: '2026-11-01 08:01' })],
      'missed late',
    ],
    [
      'a backfill is no delivery',
      '2026-11-02 00:00',
      [
        run('2026-11-01 06:00', {
          ended: '2026-11-01 06:10',
          isBackfill: true,
        }),
      ],
      'missed absent',
    ],
    [
      'a run for another audience is none',
      '2026-11-02 00:00',
      [
        run('2026-11-01 06:00', {
          ended: '2026-11-01 06:10',
          audience: 'experiments',
        }),
      ],
      'missed absent',
    ],
    [
      'a run of a job for all audiences is one',
      '2026-11-02 00:00',
      [
        run('2026-11-01 06:00', {
          ended: '2026-11-01 06:10',
          audience: undefined,
        }),
      ],
      'met',
    ],
    [
      'a run of the month before is none',
      '2026-11-02 00:00',
      [run('2026-10-31 06:00', { ended: '2026-10-31 06:10' })],
      'missed absent',
    ],
    [
      'a run that its tool names for the slot is one, whenever it begins',
      '2026-11-05 00:00',
      [
        run('2026-11-03 06:00', {
          ended: '2026-11-03 06:10',
          nominal: {
            start: at('2026-10-01 06:00'),
            end: at('2026-11-01 06:00'),
          },
        }),
      ],
      'missed late',
    ],
    [
      'the clock of the tool decides, not when we heard of it',
      '2026-11-03 00:00',
      [
        run('2026-11-01 06:00', {
          ended: '2026-11-01 07:00',
          receivedAt: at('2026-11-02 12:00'),
        }),
      ],
      'met',
    ],
    [
      'a clock that is ahead counts when we heard of it',
      '2026-11-03 00:00',
      [
        run('2026-11-01 06:00', {
          ended: '2026-11-01 09:00',
          receivedAt: at('2026-11-01 07:59'),
        }),
      ],
      'met',
    ],
  ])('%s', (_, now, runs, expected) => {
    const { slots } = judgeAt([investors], now, { runs }, NOVEMBER);
    expect(inWords(slots[0].verdict)).toBe(expected);
  });

  it('says by which run it was missed, and by how much', () => {
    const runs = [run('2026-11-01 06:00', { ended: '2026-11-01 10:10' })];
    const { slots } = judgeAt([investors], '2026-11-02 00:00', { runs });
    expect(
      slots.find(({ verdict }) => inWords(verdict) === 'missed late')?.verdict
        .evidence,
    ).toEqual({
      type: 'run',
      runId: 'run 2026-11-01 06:00',
      endedAt: at('2026-11-01 10:10'),
      dueAt: at('2026-11-01 08:00'),
      lateByMs: 130 * 60_000,
      attempts: 1,
      failed: 0,
    });
  });

  it.each<[sentence: string, now: string, next: string]>([
    ['when it is expected', '2026-11-30 00:00', '2026-12-01 06:00 -05:00'],
    [
      'when the last quarter of the grace begins',
      '2026-12-01 06:00',
      '2026-12-01 07:30 -05:00',
    ],
    ['when it is overdue', '2026-12-01 07:30', '2026-12-01 08:00 -05:00'],
    [
      'when the next one is expected',
      '2026-12-01 08:01',
      '2027-01-01 06:00 -05:00',
    ],
  ])('is to be looked at again %s', (_, now, next) => {
    const { nextAt } = judgeAt(
      [investors],
      now,
      {},
      { from: '2026-12-01 00:00' },
    );
    expect(shown(nextAt ?? 0)).toBe(next);
  });
});
