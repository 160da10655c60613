import { IANAZone } from 'luxon';

/** Milliseconds of a calendar day without a clock change. */
export const DAY_MS = 86_400_000;

/**
 * How far apart a zone's offset is looked up: four days.
 *
 * Between two look-ups a clock may change once only. Since 1970 no zone has
 * changed its clocks twice within less than a week (America/Recife, 2000).
 */
export const STRETCH_MS = 4 * DAY_MS;

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

/** Look-ups remembered per zone, at about 4 µs each: those of 22 years. */
const REMEMBERED_STRETCHES = 2_048;

const clocks = new Map<string, ZoneClock>();

/**
 * What the wall clocks of one time zone do: their offset at the beginning of
 * each stretch of four days, and the instant of a change within one.
 *
 * @remarks
 *
 * Stretches are counted from 1970-01-01 in UTC, offsets are milliseconds east of
 * UTC, instants are epoch milliseconds. Answers are remembered; since the rules
 * of a zone cannot change while the process runs, that is never visible.
 */
export class ZoneClock {
  readonly #zone: IANAZone;
  readonly #offsets = new Map<number, number>();
  readonly #jumps = new Map<number, number>();

  private constructor(zone: IANAZone) {
    this.#zone = zone;
  }

  /**
   * The clock of a zone.
   *
   * @param timeZone - IANA name, such as `America/New_York`
   * @throws RangeError if this runtime does not know the zone
   */
  static of(timeZone: string): ZoneClock {
    const known = clocks.get(timeZone);
    if (known) {
      return known;
    }
    const zone = IANAZone.create(timeZone);
    if (!zone.isValid) {
      throw new RangeError(
        `Time zone '${timeZone}' is unknown; an IANA name such as 'America/New_York' is needed`,
      );
    }
    const clock = new ZoneClock(zone);
    clocks.set(timeZone, clock);
    return clock;
  }

  /** The offset at the first instant of a stretch. */
  offsetAt(stretch: number): number {
    const remembered = this.#offsets.get(stretch);
    if (remembered !== undefined) {
      return remembered;
    }
    if (this.#offsets.size >= REMEMBERED_STRETCHES) {
      this.#offsets.clear();
      this.#jumps.clear();
    }
    const offset = this.#read(stretch * STRETCH_MS);
    this.#offsets.set(stretch, offset);
    return offset;
  }

  /**
   * The first instant of the new offset. To be asked only of a stretch at whose
   * end the offset is another than at its beginning.
   */
  jumpWithin(stretch: number): number {
    const remembered = this.#jumps.get(stretch);
    if (remembered !== undefined) {
      return remembered;
    }
    const before = this.offsetAt(stretch);
    let old = stretch * STRETCH_MS;
    let jump = old + STRETCH_MS;
    // Clocks change at whole seconds (since 1972 even at whole minutes).
    while (jump - old > SECOND_MS) {
      const middle = old + Math.floor((jump - old) / 2 / SECOND_MS) * SECOND_MS;
      if (this.#read(middle) === before) {
        old = middle;
      } else {
        jump = middle;
      }
    }
    this.#jumps.set(stretch, jump);
    return jump;
  }

  /** The offset at an instant. */
  offsetOf(instant: number): number {
    const stretch = Math.floor(instant / STRETCH_MS);
    const before = this.offsetAt(stretch);
    const after = this.offsetAt(stretch + 1);
    return before !== after && instant < this.jumpWithin(stretch)
      ? before
      : after;
  }

  #read(instant: number): number {
    // Luxon answers in minutes, with a fraction for the offsets of long ago.
    return Math.round(this.#zone.offset(instant) * MINUTE_MS);
  }
}
