import { CalendarDay, dayAt, dayOfDate } from '../calendarDay';

/**
 * Days on which a member is not there. An absence informs, and steers who takes
 * a holiday or a cover; it never moves a shift by itself.
 */
export interface Absence {
  /** Entity ref. */
  readonly member: string;
  /** First day, `yyyy-MM-dd` in the rotation's zone. */
  readonly from: string;
  /** Last day, included. */
  readonly to: string;
  /** Since when it is known: duty that began earlier is not decided by it. */
  readonly createdAt: Date;
  /** Until when it was known, if it was taken back. */
  readonly withdrawnAt?: Date;
}

/** Days from `first` to `last`, both in it. */
export interface Days {
  readonly first: CalendarDay;
  readonly last: CalendarDay;
}

/** The calendar days in a zone that a span of epoch milliseconds touches. */
export function daysOf(start: number, end: number, timeZone: string): Days {
  return { first: dayAt(start, timeZone), last: dayAt(end - 1, timeZone) };
}

type Entry = Days & { readonly absence: Absence };

/** Who is away when, as far as it was known at a moment. */
export class Absences {
  readonly #byMember = new Map<string, Entry[]>();

  /** @throws RangeError if a date is malformed, or `to` is before `from` */
  constructor(absences: readonly Absence[]) {
    for (const absence of absences) {
      const first = dayOfDate(absence.from);
      const last = dayOfDate(absence.to);
      if (last < first) {
        throw new RangeError(
          `An absence ends on ${absence.to}, before it begins on ${absence.from}`,
        );
      }
      const entries = this.#byMember.get(absence.member) ?? [];
      this.#byMember.set(absence.member, [
        ...entries,
        { absence, first, last },
      ]);
    }
  }

  /**
   * The first absence of a member that touches some days.
   *
   * @param knownAt - epoch milliseconds; what was entered later does not count
   */
  find(member: string, days: Days, knownAt: number): Absence | undefined {
    return this.#byMember
      .get(member)
      ?.find(
        ({ absence, first, last }) =>
          first <= days.last &&
          last >= days.first &&
          absence.createdAt.getTime() <= knownAt &&
          !(absence.withdrawnAt && absence.withdrawnAt.getTime() <= knownAt),
      )?.absence;
  }

  isAway(member: string, days: Days, knownAt: number): boolean {
    return this.find(member, days, knownAt) !== undefined;
  }
}
