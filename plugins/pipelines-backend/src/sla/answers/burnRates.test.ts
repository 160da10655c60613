import { november } from '../../database/scores/__testUtils__/seedJudged';
import { burnRates } from './burnRates';

const NOW = november(20);
const dayAt = (instant: number) => new Date(instant).toISOString().slice(0, 10);

describe('how fast a budget is used up', () => {
  const rates = (given: Partial<Parameters<typeof burnRates>[0]>) =>
    burnRates({ times: [], days: [], target: 99, now: NOW, dayAt, ...given });

  it('of time is that of the last 24 hours, and of seven days', () => {
    const times = [
      { from: november(1), to: november(19, 12), state: 'met' },
      { from: november(19, 12), to: november(19, 18), state: 'missed' },
      { from: november(19, 18), state: 'at-risk' },
    ] as const;
    const found = rates({ times });
    // 6 of 24 hours, and 6 of 168, against 1 %.
    expect(found?.day).toBeCloseTo(25);
    expect(found?.week).toBeCloseTo(100 / 28);
  });

  it('of time does not count what was excluded, or not known', () => {
    const times = [
      { from: november(19), to: november(19, 12), state: 'excluded' },
      { from: november(19, 12), to: november(19, 18), state: 'no-data' },
      { from: november(19, 18), state: 'missed' },
    ] as const;
    expect(rates({ times })?.day).toBe(100);
  });

  it('of events is that of the days', () => {
    const days = [
      { day: '2026-11-12', good: 0, total: 1_000 },
      { day: '2026-11-13', good: 900, total: 1_000 },
      { day: '2026-11-19', good: 990, total: 1_000 },
      { day: '2026-11-20', good: 990, total: 1_000 },
    ];
    const found = rates({ days });
    expect(found?.day).toBeCloseTo(1);
    expect(found?.week).toBeCloseTo(4);
  });

  it.each([
    ['out of nothing', {}],
    ['of a target of 100 %', { target: 100 }],
  ])('is nothing %s', (_, given) => {
    const times =
      'target' in given
        ? [{ from: november(1), state: 'missed' } as const]
        : [];
    expect(rates({ times, ...given })).toBeUndefined();
  });
});
