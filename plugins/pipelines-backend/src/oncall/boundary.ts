import { DAY_MS, STRETCH_MS, ZoneClock } from './zoneClock';

/** A date and a time as a clock on the wall shows them, in no zone yet. */
export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** From 1; may run past the end of the month: 32 January is 1 February. */
  readonly day: number;
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
}

/**
 * The boundary rule: the first instant that shows the wall time in the zone, and
 * where a clock change skips that wall time, the instant of the change.
 *
 * @remarks
 *
 * Both halves are one: the first instant at which the clock has reached the wall
 * time. Hence a later wall time never gives an earlier instant. An hour that
 * comes twice in autumn counts from its first time; where spring skips midnight
 * (America/Havana, America/Santiago, Atlantic/Azores) midnight is 01:00; and
 * every wall time of a day that a zone left out (Pacific/Apia, 2011-12-30) is
 * the instant at which it was left out.
 *
 * Calendars (RFC 5545) would drop a time that does not exist, and date libraries
 * move it by the width of the gap; either leaves a hole or an overlap between
 * two people on duty.
 *
 * @param wall - the wall time
 * @param timeZone - IANA name
 * @returns epoch milliseconds; a whole minute in every zone since 1972
 * @throws RangeError if this runtime does not know the zone
 */
export function firstInstantOf(wall: WallTime, timeZone: string): number {
  const clock = ZoneClock.of(timeZone);
  const shown = Date.UTC(
    wall.year,
    wall.month - 1,
    wall.day,
    wall.hour,
    wall.minute,
  );
  // Offsets reach from -12 to +14 hours (long ago ±16), so the instant lies
  // within a day of the moment at which UTC shows the same wall time.
  const first = Math.floor((shown - DAY_MS) / STRETCH_MS);
  const last = Math.floor((shown + DAY_MS) / STRETCH_MS);
  let offset = clock.offsetAt(first);
  let instant = shown - offset;
  for (let stretch = first; stretch <= last; stretch += 1) {
    const nextOffset = clock.offsetAt(stretch + 1);
    if (nextOffset !== offset) {
      const jump = clock.jumpWithin(stretch);
      if (instant < jump) {
        return instant;
      }
      instant = Math.max(jump, shown - nextOffset);
      offset = nextOffset;
    }
  }
  return instant;
}
