import { at, shown } from '../__testUtils__/instants';
import {
  inWords,
  judgeAt,
  measured,
  promise,
  run,
  slotLines,
} from '../__testUtils__/judging';
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

  it('a run without the figures it must have is not whole', () => {
    const versions = [
      promise(
        { id: 'd', type: 'delivery', audience: 'investors' },
        {
          with: {
            monitors: [
              { id: 'r', type: 'required', metrics: ['profit.total'] },
            ],
          },
        },
      ),
    ];
    const runs = [run('2026-11-01 06:00', { ended: '2026-11-01 07:00' })];
    const go = (...measurements: ReturnType<typeof measured>[]) =>
      slotLines(
        judgeAt(versions, '2026-11-02 00:00', { runs, measurements }, NOVEMBER),
      )[0];
    expect(go()).toBe('2026-11-01 06:00 missed incomplete');
    expect(go(measured('profit.total', '2026-11-01 07:10', 0))).toBe(
      '2026-11-01 06:00 met',
    );
    expect(
      go(measured('profit.total', '2026-11-01 07:10', { error: 'no' })),
    ).toBe('2026-11-01 06:00 missed incomplete');
    expect(go(measured('profit.total', '2026-11-01 09:00', 5))).toBe(
      '2026-11-01 06:00 missed late',
    );
    expect(go(measured('profit.total', '2026-10-20 09:00', 5))).toBe(
      '2026-11-01 06:00 missed incomplete',
    );
  });

  it('a test that failed makes a run that needs it no good one', () => {
    const versions = [
      promise(
        { id: 'd', type: 'delivery', audience: 'investors' },
        {
          with: {
            monitors: [
              { id: 'r', type: 'required', metrics: ['assertions.passed'] },
            ],
          },
        },
      ),
    ];
    const runs = [run('2026-11-01 06:00', { ended: '2026-11-01 07:00' })];
    const tests = (good: number) => [
      measured(
        'assertions.passed',
        '2026-11-01 06:50',
        { good: 1, total: 1 },
        { series: 'a' },
      ),
      measured(
        'assertions.passed',
        '2026-11-01 06:50',
        { good, total: 1 },
        { series: 'b' },
      ),
    ];
    const go = (good: number) =>
      slotLines(
        judgeAt(
          versions,
          '2026-11-02 00:00',
          { runs, measurements: tests(good) },
          NOVEMBER,
        ),
      )[0];
    expect(go(1)).toBe('2026-11-01 06:00 met');
    expect(go(0)).toBe('2026-11-01 06:00 missed incomplete');
  });
});

describe('delivery by a deadline in words', () => {
  const statuses = promise({
    id: 'delivery-account-statuses',
    type: 'delivery',
    deadline: 'end of week',
    grace: '2h',
  });

  it('is met by a good run of its week, and not by one of the next', () => {
    const runs = [
      run('2026-11-04 05:00', { ended: '2026-11-04 05:30' }),
      run('2026-11-16 02:30', { ended: '2026-11-16 03:00' }),
    ];
    expect(
      slotLines(
        judgeAt(
          [statuses],
          '2026-11-18 00:00',
          { runs },
          { from: '2026-11-03 00:00' },
        ),
      ),
    ).toEqual([
      '2026-11-09 00:00 met',
      '2026-11-16 00:00 missed absent',
      '2026-11-23 00:00 met',
    ]);
  });

  it('each business day but no holiday', () => {
    const daily = promise(
      { id: 'd', type: 'delivery', deadline: 'every business day 09:00' },
      {
        calendar: { holidays: [{ date: '2026-11-26', name: 'Thanksgiving' }] },
      },
    );
    expect(
      slotLines(
        judgeAt([daily], '2026-11-27 12:00', {}, { from: '2026-11-25 00:00' }),
      ),
    ).toEqual([
      '2026-11-25 09:00 missed absent',
      '2026-11-27 09:00 missed absent',
      '2026-11-30 09:00 pending',
    ]);
  });
});

describe('which version of the promise holds', () => {
  const first = {
    id: 'v1',
    from: at('2026-11-10 12:00'),
    to: at('2026-11-13 12:00'),
  };
  const second = { id: 'v2', from: at('2026-11-13 12:00') };
  const versions = [
    promise({ id: 'd', type: 'delivery', deadline: 'every day 09:00' }, first),
    promise({ id: 'd', type: 'delivery', deadline: 'every day 15:00' }, second),
  ];

  it('nothing was expected before the first was recorded', () => {
    expect(slotLines(judgeAt(versions, '2026-11-10 18:00', {}))).toEqual([
      '2026-11-11 09:00 pending',
    ]);
  });

  it('each slot is of the version that held when it was expected', () => {
    const { slots } = judgeAt(versions, '2026-11-14 10:00', {});
    expect(
      slots.map(
        ({ slot, versionId }) =>
          `${shown(slot.expectedAt).slice(5, 16)} ${versionId}`,
      ),
    ).toEqual([
      '11-11 09:00 v1',
      '11-12 09:00 v1',
      '11-13 09:00 v1',
      '11-13 15:00 v2',
      '11-14 15:00 v2',
    ]);
  });
});
