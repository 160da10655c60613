import {
  CalendarDay,
  dayAt,
  dayOfDate,
  isWeekend,
  startOfDay,
} from './calendarDay';
import { Segment } from './resolvedShift';
import { Roster, RotationState } from './roster';
import { VersionSpan } from './versions/timeline';

/** What one member carries. Hours are real hours, not those of the clock. */
export interface MemberLoad {
  /** Entity ref. */
  readonly member: string;
  /** Shifts of theirs, after swaps, that begin in the span. */
  readonly shifts: number;
  /** Saturdays and Sundays of which they have the most hours of all. */
  readonly weekendDays: number;
  /** Holidays of which they have the most hours of all. */
  readonly holidays: number;
  readonly hoursOnCall: number;
  readonly hoursWatching: number;
}

type Figure = Exclude<keyof MemberLoad, 'member'>;

/** How a span of time is shared. */
export interface Balance {
  /** Every member of the span, also those who carry nothing; by entity ref. */
  readonly members: readonly MemberLoad[];
  /** The most that one carries less the least, over all members listed. */
  readonly spread: Readonly<Record<Figure, number>>;
  /** Hours in which nobody has duty. */
  readonly hoursUncovered: number;
}

/** Fairness of a span: as served, as planned, and together. */
export interface Statistics {
  /** What begins or lies before `now`. */
  readonly past: Balance;
  readonly planned: Balance;
  readonly total: Balance;
}

const HOUR_MS = 3_600_000;
const FIGURES: readonly Figure[] = [
  'shifts',
  'weekendDays',
  'holidays',
  'hoursOnCall',
  'hoursWatching',
];

interface Span {
  readonly from: number;
  readonly to: number;
}

function hoursWithin({ start, end }: Segment, { from, to }: Span): number {
  const begin = Math.max(start.getTime(), from);
  return Math.max(0, Math.min(end.getTime(), to) - begin) / HOUR_MS;
}

class Tally {
  readonly #loads = new Map<string, Record<Figure, number>>();
  #hoursUncovered = 0;

  constructor(members: Iterable<string>) {
    for (const member of members) {
      this.#loadOf(member);
    }
  }

  add(member: string, figure: Figure, amount: number) {
    this.#loadOf(member)[figure] += amount;
  }

  addUncovered(hours: number) {
    this.#hoursUncovered += hours;
  }

  balance(): Balance {
    const members = [...this.#loads]
      .map(([member, load]) => ({ member, ...load }))
      .sort((one, other) => (one.member < other.member ? -1 : 1));
    const spread = nothing();
    for (const figure of members.length > 0 ? FIGURES : []) {
      const amounts = members.map(load => load[figure]);
      spread[figure] = Math.max(...amounts) - Math.min(...amounts);
    }
    return { members, spread, hoursUncovered: this.#hoursUncovered };
  }

  #loadOf(member: string): Record<Figure, number> {
    const load = this.#loads.get(member) ?? nothing();
    this.#loads.set(member, load);
    return load;
  }
}

function nothing(): Record<Figure, number> {
  return {
    shifts: 0,
    weekendDays: 0,
    holidays: 0,
    hoursOnCall: 0,
    hoursWatching: 0,
  };
}

/** Who has the most hours of a day; of equals, the first. */
function mostOf(segments: readonly Segment[], day: Span): string | undefined {
  const hours = new Map<string, number>();
  for (const segment of segments) {
    const share = hoursWithin(segment, day);
    if (segment.kind === 'duty' && share > 0) {
      const { primary } = segment;
      hours.set(primary, (hours.get(primary) ?? 0) + share);
    }
  }
  return [...hours].sort(([, one], [, other]) => other - one)[0]?.[0];
}

function countDays(
  tally: Tally,
  roster: Roster,
  segments: readonly Segment[],
  { from, to }: Span,
) {
  const holidaysOf = new Map<VersionSpan, Set<CalendarDay>>();
  let at = Math.max(from, roster.timeline.start);
  while (at < to) {
    const span = roster.timeline.spanAt(at);
    const { timeZone, holidays } = span.version.plan;
    const kept =
      holidaysOf.get(span) ??
      new Set(holidays?.dates.map(({ date }) => dayOfDate(date)));
    holidaysOf.set(span, kept);
    const day = dayAt(at, timeZone);
    const [start, end] = [day, day + 1].map(d => startOfDay(d, timeZone));
    if (start >= from && (isWeekend(day) || kept.has(day))) {
      const member = mostOf(segments, { from: start, to: end });
      if (member !== undefined) {
        tally.add(member, 'weekendDays', isWeekend(day) ? 1 : 0);
        tally.add(member, 'holidays', kept.has(day) ? 1 : 0);
      }
    }
    at = end;
  }
}

function balanceOf(
  roster: Roster,
  segments: readonly Segment[],
  members: Iterable<string>,
  span: Span,
): Balance {
  const tally = new Tally(members);
  let lastNumber = -1;
  for (const segment of segments) {
    const hours = hoursWithin(segment, span);
    if (hours > 0) {
      segment.watching.forEach(ref => tally.add(ref, 'hoursWatching', hours));
      if (segment.kind === 'duty') {
        tally.add(segment.primary, 'hoursOnCall', hours);
      } else {
        tally.addUncovered(hours);
      }
    }
    const shift = roster.timeline.shiftNumbered(segment.number);
    const isNew = segment.number !== lastNumber;
    if (shift && isNew && shift.start >= span.from && shift.start < span.to) {
      tally.add(roster.holderOf(shift), 'shifts', 1);
    }
    lastNumber = segment.number;
  }
  countDays(tally, roster, segments, span);
  return tally.balance();
}

/** Days reach at most this far beyond the span in which they begin. */
const LONGEST_DAY_MS = 50 * HOUR_MS;

/**
 * Who carries how much: shifts, weekend days, holidays, hours on call and hours
 * watching, for every member of the span, split at `now`.
 *
 * A shift and a day count where they begin; hours where they lie. Holidays count
 * whatever their rule. Who stands in by cover has the hours, not the shift.
 *
 * @param state - the rotation and its changes
 * @param span - `from` up to but without `to`; the caller bounds the distance
 * @throws RangeError if a date is invalid, or a version or change malformed
 */
export function statistics(
  state: RotationState,
  span: { readonly from: Date; readonly to: Date; readonly now: Date },
): Statistics {
  const roster = new Roster(state);
  const [from, to] = [span.from.getTime(), span.to.getTime()];
  const now = Math.min(Math.max(span.now.getTime(), from), to);
  const segments = roster.between(
    new Date(Math.min(from, to)),
    new Date(to + LONGEST_DAY_MS),
  );
  const members = new Set(
    roster.timeline.spans
      .filter(({ start, end }) => start < to && end > from)
      .flatMap(({ version }) => version.plan.members),
  );
  const balance = (part: Span) => balanceOf(roster, segments, members, part);
  return {
    past: balance({ from, to: now }),
    planned: balance({ from: now, to }),
    total: balance({ from, to }),
  };
}
