import fc from 'fast-check';
import { at, NEW_YORK, shown } from '../__testUtils__/instants';
import { monthOf } from '../calendar/period';
import { State } from '../verdict';
import { CountedInterval } from './counted';
import { scoreOf } from './score';
import { scoreChangesAt } from './scoreChangesAt';
import { tallyOf } from './tally';

const NOVEMBER = monthOf('2026-11', NEW_YORK);

/** The score at an instant, if it goes on as the last interval says. */
function scoreAt(intervals: readonly CountedInterval[], now: number) {
  const tally = tallyOf({
    unit: 'time',
    month: NOVEMBER,
    now,
    slots: [],
    intervals,
    days: [],
  });
  return scoreOf({ tally, month: NOVEMBER, now });
}

function changesAt(intervals: readonly CountedInterval[], now: number) {
  const { state, target } = intervals[intervals.length - 1];
  const { tally } = scoreAt(intervals, now);
  const current = { state, target };
  return scoreChangesAt({ tally, month: NOVEMBER, now, current });
}

const stood = (
  from: string,
  state: State,
  target: number = 99.9,
): CountedInterval => ({ from: at(from), state, target, exclusionIds: [] });

describe('when a score changes by time alone', () => {
  const DOWN = [
    { ...stood('2026-11-01 00:00', 'met'), to: at('2026-11-10 00:00') },
    stood('2026-11-10 00:00', 'missed'),
  ];

  // 0.1 % of November in New York are 43.26 minutes.
  it('at risk when three quarters of what is allowed are used up', () => {
    const found = changesAt(DOWN, at('2026-11-10 00:01'));
    expect(shown(found ?? 0)).toBe('2026-11-10 00:32 -05:00');
  });

  it('missed when all of it is', () => {
    const found = changesAt(DOWN, at('2026-11-10 00:33'));
    expect(shown(found ?? 0)).toBe('2026-11-10 00:43 -05:00');
  });

  it('what is broken stays broken until the month ends', () => {
    expect(changesAt(DOWN, at('2026-11-11 00:00'))).toBe(NOVEMBER.to);
  });

  it('while all is well, at the end of the month', () => {
    const well = [stood('2026-11-01 00:00', 'met')];
    expect(changesAt(well, at('2026-11-10 00:00'))).toBe(NOVEMBER.to);
  });

  it('of 100 % with the first moment that is missed', () => {
    const down = [
      { ...stood('2026-11-01 00:00', 'met', 100), to: at('2026-11-10 00:00') },
      stood('2026-11-10 00:00', 'missed', 100),
    ];
    const now = at('2026-11-10 00:00');
    expect(changesAt(down, now)).toBe(now + 1);
  });

  it('of slots and events, at the end of the month; after it never', () => {
    const { tally } = scoreAt(DOWN, at('2026-11-10 00:01'));
    const go = (unit: 'slots' | 'time', now: number) =>
      scoreChangesAt({
        tally: { ...tally, unit },
        month: NOVEMBER,
        now,
        current: { state: 'missed', target: 99.9 },
      });
    expect(go('slots', at('2026-11-10 00:01'))).toBe(NOVEMBER.to);
    expect(go('time', NOVEMBER.to)).toBeUndefined();
  });

  const anyState = fc.constantFrom<State>(
    'met',
    'missed',
    'at-risk',
    'no-data',
    'no-baseline',
    'excluded',
    'pending',
  );
  const anyTime = fc.integer({ min: NOVEMBER.from, max: NOVEMBER.to - 1 });
  const anyTarget = fc.constantFrom(100, 99.9, 95, 50);

  it('is right for any past: the same until then, and another from then on, or the month is over', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyTime, anyState, anyTarget), {
          minLength: 1,
          maxLength: 6,
        }),
        anyTime,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (changes, now, share) => {
          const ordered = [...changes].sort(([a], [b]) => a - b);
          const intervals = ordered.map(
            ([from, state, target], index): CountedInterval => {
              const to = ordered[index + 1]?.[0];
              return {
                from,
                ...(to !== undefined && { to }),
                state,
                target,
                exclusionIds: [],
              };
            },
          );
          const last = ordered[ordered.length - 1][0];
          const begin = Math.max(now, last);
          const found = changesAt(intervals, begin) ?? 0;
          const stateAt = (instant: number) =>
            scoreAt(intervals, instant).state;
          const before = stateAt(begin);
          expect(found).toBeGreaterThan(begin);
          expect(stateAt(found - 1)).toBe(before);
          const between = begin + Math.floor(share * (found - 1 - begin));
          expect(stateAt(between)).toBe(before);
          expect(found).toBeLessThanOrEqual(NOVEMBER.to);
          const isOver = found === NOVEMBER.to;
          expect(isOver || stateAt(found) !== before).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
