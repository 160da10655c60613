import { WallTime } from './boundary';

/** A day that the team keeps as a major holiday. */
export interface Holiday {
  /** `yyyy-MM-dd`: the calendar day in the rotation's zone. */
  readonly date: string;
  /** What the day is called. */
  readonly name: string;
}

/** The holidays of a rotation, and what they do to duty. */
export interface HolidayPlan {
  /**
   * `next-in-sequence`: duty moves that day to the next in sequence who is not
   * away. `none`: duty stays; the day still counts in the statistics.
   */
  readonly rule: 'next-in-sequence' | 'none';
  /** In any order. */
  readonly dates: readonly Holiday[];
}

/**
 * A period at the end of each month in which every member watches.
 *
 * Source: "Last Week of Month: All DE team members monitor pipelines closely".
 */
export interface AllHandsPlan {
  /** What the period is called. */
  readonly name: string;
  /** How many calendar days before the end of the month it begins; 7 if absent. */
  readonly days?: number;
}

/**
 * Who takes turns, how long a turn is, and when one hands over to the next.
 *
 * Source: "Weekly Rotation (Fair Distribution)": week 1 Data Engineer A, week 2
 * B, week 3 C, week 4 D, and again from A.
 */
export interface RotationPlan {
  /** Entity refs in the order of their turns, at least one, each once. */
  readonly members: readonly string[];
  /** The unit of `length`. */
  readonly type: 'weekly' | 'daily';
  /** How many weeks or days one shift lasts: a whole number, at least 1. */
  readonly length: number;
  /**
   * Local date (`yyyy-MM-dd`, in `timeZone`) on which shift number 0 begins. It
   * belongs to the first member; of a weekly rotation, its weekday is the
   * weekday of every handoff.
   */
  readonly start: string;
  /** Wall clock time (`HH:mm`, in `timeZone`) of every handoff. */
  readonly handoffTime: string;
  /** IANA time zone name, such as `America/New_York`. */
  readonly timeZone: string;
  /** Absent: no day is a holiday. */
  readonly holidays?: HolidayPlan;
  /** Absent: nobody but the primary watches. */
  readonly allHands?: readonly AllHandsPlan[];
  /** Length of the handoff meeting in minutes; 30 if absent. */
  readonly meetingMinutes?: number;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
const DAYS = { weekly: 7, daily: 1 };

/**
 * The wall time at which shift number 0 begins: the anchor of all handoffs.
 *
 * @throws RangeError if `start` or `handoffTime` is no date or time of its form
 */
export function anchorOf(plan: RotationPlan): WallTime {
  const [, year, month, day] = (DATE.exec(plan.start) ?? []).map(Number);
  const [, hour, minute] = (TIME.exec(plan.handoffTime) ?? []).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  // Rejects 30 February, which Date would read as 2 March.
  if (date.getUTCMonth() + 1 !== month || date.getUTCFullYear() !== year) {
    throw new RangeError(
      `start '${plan.start}' is no date; yyyy-MM-dd is needed`,
    );
  }
  if (minute === undefined) {
    throw new RangeError(
      `handoffTime '${plan.handoffTime}' is no time of day; HH:mm from 00:00 to 23:59 is needed`,
    );
  }
  return { year, month, day, hour, minute };
}

/**
 * Calendar days from one handoff to the next.
 *
 * @throws RangeError if `length` is no whole number of at least 1
 */
export function daysPerShift(plan: RotationPlan): number {
  if (!Number.isSafeInteger(plan.length) || plan.length < 1) {
    throw new RangeError(
      `length ${plan.length} is no whole number of at least 1`,
    );
  }
  return plan.length * DAYS[plan.type];
}
