import { firstInstantOf, WallTime } from './boundary';
import { anchorOf, daysPerShift, RotationPlan } from './rotationPlan';
import { DAY_MS } from './zoneClock';

/**
 * The handoffs of a rotation: every so many days from its anchor, at the same
 * wall time, each resolved to an instant on its own. So a week over a clock
 * change has 167 or 169 hours, and no error is carried from one to the next.
 *
 * Shifts are numbered from 0. Instants are epoch milliseconds.
 */
export class ShiftGrid {
  readonly #anchor: WallTime;
  readonly #daysPerShift: number;
  readonly #timeZone: string;

  private constructor(plan: RotationPlan) {
    this.#anchor = anchorOf(plan);
    this.#daysPerShift = daysPerShift(plan);
    this.#timeZone = plan.timeZone;
  }

  /** @throws RangeError if the plan's times, length or zone are malformed */
  static of(plan: RotationPlan): ShiftGrid {
    return new ShiftGrid(plan);
  }

  /** When a shift begins, which is when the one before it ends. */
  startOf(number: number): number {
    const day = this.#anchor.day + number * this.#daysPerShift;
    return firstInstantOf({ ...this.#anchor, day }, this.#timeZone);
  }

  /**
   * The last shift that has begun at the instant; negative before shift 0.
   *
   * Counts the days elapsed and then compares real boundaries, because clock
   * changes may have moved them by hours: no walk, whatever the distance.
   */
  numberAt(instant: number): number {
    const elapsed = instant - this.startOf(0);
    let number = Math.floor(elapsed / (this.#daysPerShift * DAY_MS));
    while (this.startOf(number) > instant) {
      number -= 1;
    }
    while (this.startOf(number + 1) <= instant) {
      number += 1;
    }
    return number;
  }
}
