import fc from 'fast-check';
import { RotationPlan } from './rotationPlan';
import { Shift } from './shift';
import { onCall, shiftAt, shifts, whoAt } from './shifts';

const DAY = 86_400_000;

const isoDate = fc
  .integer({
    min: Date.parse('2020-01-01') / DAY,
    max: Date.parse('2035-12-31') / DAY,
  })
  .map(day => new Date(day * DAY).toISOString().slice(0, 10));

const timeOfDay = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map(minute => new Date(minute * 60_000).toISOString().slice(11, 16));

const anyPlan: fc.Arbitrary<RotationPlan> = fc.record({
  members: fc.uniqueArray(fc.stringMatching(/^user:default\/[a-z]{1,8}$/), {
    minLength: 1,
    maxLength: 12,
  }),
  type: fc.constantFrom('weekly', 'daily'),
  length: fc.integer({ min: 1, max: 6 }),
  start: isoDate,
  handoffTime: timeOfDay,
  timeZone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
});

/** A moment from about a month before 2020 to some years after 2035. */
const anyMoment = fc
  .integer({ min: Date.parse('2019-12-01'), max: Date.parse('2040-01-01') })
  .map(ms => new Date(ms));

const anySpan = fc
  .tuple(anyMoment, fc.integer({ min: 1, max: 200 * DAY }))
  .map(([from, ms]) => ({ from, to: new Date(from.getTime() + ms) }));

/** Whether shifts cover a span that has begun, and no shift lies outside it. */
function fill(found: Shift[], begin: Date, to: Date): boolean {
  if (begin >= to) {
    return found.length === 0;
  }
  const first = found[0];
  const last = found[found.length - 1];
  return (
    first.start <= begin &&
    first.end > begin &&
    last.start < to &&
    last.end >= to
  );
}

describe('for any plan', () => {
  it('each shift begins when the one before it ends', () => {
    fc.assert(
      fc.property(anyPlan, anySpan, (plan, { from, to }) => {
        const found = shifts(plan, from, to);
        expect(
          found.slice(1).map(({ number, start }) => [number, start]),
        ).toEqual(
          found.slice(0, -1).map(({ number, end }) => [number + 1, end]),
        );
      }),
    );
  });

  it('shifts fill a span as far as the rotation has begun', () => {
    fc.assert(
      fc.property(anyPlan, anySpan, (plan, { from, to }) => {
        const start = shiftAt(plan, 0)?.start ?? to;
        const begin = start > from ? start : from;
        expect(fill(shifts(plan, from, to), begin, to)).toBe(true);
      }),
    );
  });

  it('who has duty at a moment is who the shifts say', () => {
    fc.assert(
      fc.property(anyPlan, anyMoment, (plan, at) => {
        const [shift] = shifts(plan, at, new Date(at.getTime() + 1));
        const who = whoAt(plan, at);
        expect(who).toEqual(shift);
        expect(who && shiftAt(plan, who.number)).toEqual(shift);
        expect(onCall(plan, at).current).toEqual(shift);
      }),
    );
  });

  it('the next on call is who has duty when the shift ends', () => {
    fc.assert(
      fc.property(anyPlan, anyMoment, (plan, at) => {
        const { current, next } = onCall(plan, at);
        expect(whoAt(plan, current?.end ?? next.start)).toEqual(next);
        expect(next.number).toBe(current ? current.number + 1 : 0);
      }),
    );
  });

  it('boundaries lie on whole minutes', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(5_000), (plan, number) => {
        const start = shiftAt(plan, number)?.start.getTime() ?? NaN;
        expect(start % 60_000).toBe(0);
      }),
    );
  });

  it('everyone has equally many shifts in a full cycle', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(500), (plan, first) => {
        const count = new Map<string, number>();
        for (let i = 0; i < plan.members.length * 2; i += 1) {
          const primary = shiftAt(plan, first + i)?.primary ?? 'nobody';
          count.set(primary, (count.get(primary) ?? 0) + 1);
        }
        expect(count).toEqual(new Map(plan.members.map(ref => [ref, 2])));
      }),
    );
  });

  it('the same question has the same answer, whatever was asked between', () => {
    fc.assert(
      fc.property(anyPlan, anySpan, anySpan, (plan, one, other) => {
        const before = shifts(plan, one.from, one.to);
        shifts({ ...plan, type: 'daily', length: 1 }, other.from, other.to);
        expect(shifts(plan, one.from, one.to)).toEqual(before);
      }),
    );
  });
});
