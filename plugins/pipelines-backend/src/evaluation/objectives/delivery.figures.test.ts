import {
  judgeAt,
  measured,
  promise,
  run,
  slotLines,
} from '../__testUtils__/judging';

const NOVEMBER = { from: '2026-11-01 00:00', to: '2026-12-01 00:00' };

describe('delivery by runs that must have figures', () => {
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
