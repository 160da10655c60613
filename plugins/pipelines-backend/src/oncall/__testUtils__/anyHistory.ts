import fc from 'fast-check';
import { Absence } from '../changes/absence';
import { swapProblem } from '../changes/checkSwap';
import { Cover } from '../changes/cover';
import { AcceptedSwap } from '../changes/swap';
import { dateOfDay } from '../calendarDay';
import { Roster, RotationState } from '../roster';
import { RotationPlan } from '../rotationPlan';
import { nextVersion } from '../versions/nextVersion';
import { firstVersion, withVersion } from '../versions/rotationVersion';
import { DAY_MS } from '../zoneClock';

export const MINUTE = 60_000;
export const START = Date.parse('2026-01-01');
const DAYS = 150;
export const END = START + DAYS * DAY_MS;
const everyone = 'abcde'.split('').map(letter => `user:default/${letter}`);

export const anyMoment = fc
  .integer({ min: 0, max: DAYS * 24 * 60 })
  .map(minutes => new Date(START + minutes * MINUTE));

const anyDate = fc
  .integer({ min: 0, max: DAYS })
  .map(day => dateOfDay(START / DAY_MS + day));

/** Dates with neighbours among them; many, since rules meet on them. */
const anyDates = fc
  .array(fc.tuple(anyDate, fc.integer({ min: 1, max: 4 })), { maxLength: 30 })
  .map(runs => [
    ...new Set(
      runs.flatMap(([date, length]) =>
        Array.from({ length }, (_, day) =>
          dateOfDay(Date.parse(date) / DAY_MS + day),
        ),
      ),
    ),
  ]);

export const anyPlan: fc.Arbitrary<RotationPlan> = fc.record({
  members: fc.subarray(everyone, { minLength: 1, maxLength: 5 }),
  type: fc.constantFrom('weekly', 'daily'),
  length: fc.integer({ min: 1, max: 3 }),
  // Most of what happens is to happen while the rotation runs.
  start: fc
    .integer({ min: -20, max: 20 })
    .map(day => dateOfDay(START / DAY_MS + day)),
  handoffTime: fc.constantFrom('00:00', '02:30', '09:00', '23:30'),
  timeZone: fc.constantFrom(
    'America/New_York',
    'America/Havana',
    'America/Santiago',
    'Atlantic/Azores',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'UTC',
  ),
  holidays: fc.record({
    rule: fc.constant('next-in-sequence' as const),
    dates: anyDates.map(dates => dates.map(date => ({ date, name: 'Feast' }))),
  }),
  allHands: fc.constantFrom(
    [],
    [{ name: 'Report' }],
    [{ name: 'Report', days: 31 }],
  ),
});

/** Something that happens to a rotation; what it means depends on its state. */
export type Happening = { at: Date } & (
  | { kind: 'edit'; plan: RotationPlan; later: number | undefined }
  | { kind: 'swap'; ahead: number; further: number }
  | { kind: 'cover'; by: number; minutes: number; wait: number }
  | { kind: 'absence'; who: number; day: number; days: number }
  | { kind: 'return'; which: number }
);

export const happenings: fc.Arbitrary<Happening[]> = fc
  .array(
    fc.oneof(
      fc.record({
        kind: fc.constant('edit' as const),
        at: anyMoment,
        plan: anyPlan,
        later: fc.option(fc.integer({ min: -20, max: 60 }), {
          nil: undefined,
        }),
      }),
      fc.record({
        kind: fc.constant('swap' as const),
        at: anyMoment,
        ahead: fc.integer({ min: 1, max: 5 }),
        further: fc.integer({ min: 1, max: 9 }),
      }),
      fc.record({
        kind: fc.constant('cover' as const),
        at: anyMoment,
        by: fc.nat(4),
        minutes: fc.integer({ min: 1, max: 20_000 }),
        wait: fc.integer({ min: -5_000, max: 20_000 }),
      }),
      fc.record({
        kind: fc.constant('absence' as const),
        at: anyMoment,
        who: fc.nat(4),
        day: fc.integer({ min: -15, max: 15 }),
        days: fc.nat(20),
      }),
      fc.record({
        kind: fc.constant('return' as const),
        at: anyMoment,
        which: fc.nat(5),
      }),
    ),
    { maxLength: 14 },
  )
  .map(all => all.sort((one, other) => one.at.getTime() - other.at.getTime()));

export const begun = (plan: RotationPlan): RotationState => ({
  versions: [firstVersion(plan)],
  swaps: [],
  covers: [],
  absences: [],
  nameOf: ref => ref.slice(-1),
});

function swapFrom(
  state: RotationState,
  id: string,
  { at, ahead, further }: Happening & { kind: 'swap' },
): AcceptedSwap[] {
  const roster = new Roster(state);
  const number = (roster.timeline.shiftAt(at.getTime())?.number ?? 0) + ahead;
  const [one, other] = [number, number + further].map(each =>
    roster.timeline.shiftNumbered(each),
  );
  if (!one || !other) {
    return [];
  }
  const swap: AcceptedSwap = {
    id,
    state: 'accepted',
    shifts: [one.number, other.number],
    members: [roster.holderOf(one), roster.holderOf(other)],
    requestedBy: roster.holderOf(one),
    answeredBy: roster.holderOf(other),
    answeredAt: at,
  };
  return swapProblem(state, swap, at) ? [] : [swap];
}

function coverFrom(
  id: string,
  { at, by, minutes, wait }: Happening & { kind: 'cover' },
): Cover {
  const from = new Date(at.getTime() + wait * MINUTE);
  const to = new Date(from.getTime() + minutes * MINUTE);
  return {
    id,
    from,
    to,
    by: everyone[by],
    createdBy: everyone[by],
    createdAt: at,
  };
}

function absenceFrom({
  at,
  who,
  day,
  days,
}: Happening & { kind: 'absence' }): Absence {
  const first = Math.floor(at.getTime() / DAY_MS) + day;
  return {
    member: everyone[who],
    from: dateOfDay(first),
    to: dateOfDay(first + days),
    createdAt: at,
  };
}

/** The state after something happened. */
export function after(state: RotationState, next: Happening): RotationState {
  const { versions, swaps, covers, absences } = state;
  const id = `${next.kind}-${swaps.length + covers.length}`;
  switch (next.kind) {
    case 'edit': {
      const { at: now, plan, later } = next;
      const effectiveFrom =
        later === undefined
          ? undefined
          : new Date(now.getTime() + later * DAY_MS);
      const version = nextVersion(versions, plan, { now, effectiveFrom });
      return { ...state, versions: withVersion(versions, version) };
    }
    case 'swap':
      return { ...state, swaps: [...swaps, ...swapFrom(state, id, next)] };
    case 'cover':
      return { ...state, covers: [...covers, coverFrom(id, next)] };
    case 'absence':
      return { ...state, absences: [...absences, absenceFrom(next)] };
    default:
      return {
        ...state,
        absences: absences.map((absence, index) =>
          index === next.which && !absence.withdrawnAt
            ? { ...absence, withdrawnAt: next.at }
            : absence,
        ),
      };
  }
}

export const anyHistory = fc.tuple(anyPlan, happenings);

/** The state after all of it. */
export const finalOf = ([plan, all]: [RotationPlan, Happening[]]) =>
  all.reduce(after, begun(plan));
