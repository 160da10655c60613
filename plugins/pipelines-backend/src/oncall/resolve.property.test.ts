import fc from 'fast-check';
import {
  after,
  anyHistory,
  anyMoment,
  anyPlan,
  begun,
  END,
  finalOf,
  happenings,
  MINUTE,
  START,
} from './__testUtils__/anyHistory';
import { resolve, whoAtResolved } from './resolve';
import { Segment } from './resolvedShift';
import { Roster, RotationState } from './roster';
import { statistics } from './statistics';
import { DAY_MS } from './zoneClock';

function segmentsOf(state: RotationState, from: Date, to: Date): Segment[] {
  const { shifts, gaps } = resolve(state, from, to);
  return [...shifts, ...gaps].sort(
    (one, other) => one.start.getTime() - other.start.getTime(),
  );
}

/** What was, up to a moment; a stretch that goes on is cut there. */
const pastOf = (state: RotationState, now: Date) =>
  segmentsOf(state, new Date(START), now).map(segment => ({
    ...segment,
    text: '',
    end: segment.end < now ? segment.end : now,
  }));

describe('for any rotation and whatever happens to it', () => {
  it('nothing before now ever changes', () => {
    fc.assert(
      fc.property(anyHistory, ([plan, all]) => {
        let state = begun(plan);
        for (const happening of all) {
          const before = pastOf(state, happening.at);
          state = after(state, happening);
          expect(pastOf(state, happening.at)).toEqual(before);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('duty is without holes and overlaps, but for gaps that are told', () => {
    fc.assert(
      fc.property(anyHistory, history => {
        const state = finalOf(history);
        const start = state.versions[0].effectiveFrom;
        const segments = segmentsOf(state, new Date(START), new Date(END));
        expect(segments.slice(1).map(segment => segment.start)).toEqual(
          segments.slice(0, -1).map(segment => segment.end),
        );
        // What lies between the ends of the span is covered as far as it has begun.
        const begin = Math.max(START, start.getTime());
        const first = segments[0]?.start.getTime() ?? END;
        const last = segments[segments.length - 1]?.end.getTime() ?? END;
        expect(first).toBeLessThanOrEqual(begin);
        expect(last).toBeGreaterThanOrEqual(END);
        expect(segments.every(({ start: s, end: e }) => s < e)).toBe(true);
      }),
    );
  });

  it('who has duty at a moment is who the shifts say', () => {
    fc.assert(
      fc.property(anyHistory, anyMoment, (history, at) => {
        const state = finalOf(history);
        const [segment] = segmentsOf(state, at, new Date(at.getTime() + 1));
        expect(whoAtResolved(state, at)).toEqual(segment);
      }),
    );
  });

  it('nobody watches who has duty, and boundaries are whole minutes', () => {
    fc.assert(
      fc.property(anyHistory, history => {
        const state = finalOf(history);
        for (const segment of segmentsOf(
          state,
          new Date(START),
          new Date(END),
        )) {
          const primary = segment.kind === 'duty' ? segment.primary : '';
          expect(segment.watching).not.toContain(primary);
          expect(segment.start.getTime() % MINUTE).toBe(0);
          expect(segment.reasons[0].type).toBe('sequence');
        }
      }),
    );
  });
});

describe('for any rotation', () => {
  it('swaps conserve how many shifts each has', () => {
    fc.assert(
      fc.property(anyPlan, happenings, (plan, all) => {
        const state = all
          .filter(({ kind }) => kind === 'swap')
          .reduce(after, begun(plan));
        const count = (roster: Roster) => {
          const counts = new Map<string, number>();
          for (const shift of roster.timeline.between(
            START,
            END + 400 * DAY_MS,
          )) {
            const holder = roster.holderOf(shift);
            counts.set(holder, (counts.get(holder) ?? 0) + 1);
          }
          return counts;
        };
        const roster = new Roster(state);
        expect(roster.lapsed).toEqual([]);
        expect(count(roster)).toEqual(count(new Roster(begun(plan))));
      }),
    );
  });

  it('without changes no one has more than one shift more than another', () => {
    fc.assert(
      fc.property(anyPlan, anyMoment, anyMoment, (plan, one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const { total } = statistics(begun(plan), { from, to, now: from });
        expect(total.spread.shifts).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });

  it('the hours of all members are the hours of the span', () => {
    fc.assert(
      fc.property(anyHistory, anyMoment, anyMoment, (history, one, other) => {
        const state = finalOf(history);
        const [from, to] = one < other ? [one, other] : [other, one];
        const begin = Math.max(
          from.getTime(),
          state.versions[0].effectiveFrom.getTime(),
        );
        const { past, planned } = statistics(state, {
          from,
          to,
          now: new Date((from.getTime() + to.getTime()) / 2),
        });
        const hours = [past, planned]
          .flatMap(({ members, hoursUncovered }) => [
            hoursUncovered,
            ...members.map(({ hoursOnCall }) => hoursOnCall),
          ])
          .reduce((sum, each) => sum + each, 0);
        expect(hours).toBeCloseTo(
          Math.max(0, to.getTime() - begin) / 3_600_000,
          6,
        );
      }),
      { numRuns: 50 },
    );
  });
});
