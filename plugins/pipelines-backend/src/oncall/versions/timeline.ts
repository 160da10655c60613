import { daysPerShift } from '../rotationPlan';
import { SequenceReason } from '../reason';
import { ShiftGrid } from '../shiftGrid';
import { turnOf } from '../turn';
import { DAY_MS, ZoneClock } from '../zoneClock';
import { RotationVersion } from './rotationVersion';

/** A shift as the sequence gives it, before any change. Epoch milliseconds. */
export interface BaseShift {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly primary: string;
  readonly reason: SequenceReason;
  /** The version it belongs to. */
  readonly span: VersionSpan;
}

/** The shifts of one version. Instants are epoch milliseconds. */
export class VersionSpan {
  readonly version: RotationVersion;
  /** First instant. */
  readonly start: number;
  /** First instant of the next version; Infinity for the last. */
  readonly end: number;
  /** Number of the first shift of the next version; Infinity for the last. */
  readonly endNumber: number;
  readonly #grid: ShiftGrid;
  /** What to add to a shift's number to get its number on the plan's grid. */
  readonly #shift: number;
  /** What to add to a shift's number to get its turn, counted from 0. */
  readonly #turn: number;

  constructor(version: RotationVersion, next?: RotationVersion) {
    const { plan, firstShift, firstMember } = version;
    const first = plan.members.indexOf(firstMember);
    if (first < 0) {
      throw new RangeError(
        `firstMember '${firstMember}' is none of the members of its version`,
      );
    }
    this.version = version;
    this.start = version.effectiveFrom.getTime();
    this.end = next ? next.effectiveFrom.getTime() : Infinity;
    this.endNumber = next ? next.firstShift : Infinity;
    this.#grid = ShiftGrid.of(plan);
    this.#shift = this.#firstOnGrid() - firstShift;
    this.#turn = first - firstShift;
  }

  /**
   * Which shift of the plan's grid the first shift of the version stands for.
   *
   * Where the version begins at a handoff of its own grid, the one that begins
   * there. Else its first shift is longer or shorter than usual, at least half a
   * usual one by the wall clock: a handoff that comes sooner is passed over.
   */
  #firstOnGrid(): number {
    let number = this.#grid.numberAt(this.start);
    // Where the zone leaves out a day, several begin at once: the first of them.
    while (this.#grid.startOf(number - 1) === this.start) {
      number -= 1;
    }
    if (this.#grid.startOf(number) === this.start) {
      return number;
    }
    const { plan } = this.version;
    const clock = ZoneClock.of(plan.timeZone);
    const wall = (instant: number) => instant + clock.offsetOf(instant);
    const least = (daysPerShift(plan) * DAY_MS) / 2;
    const following = this.#grid.startOf(number + 1);
    return wall(following) - wall(this.start) < least ? number + 1 : number;
  }

  /** When a shift of this version begins; of the last, when it ends. */
  startOf(number: number): number {
    if (number <= this.version.firstShift) {
      return this.start;
    }
    return number >= this.endNumber
      ? this.end
      : Math.min(this.end, this.#grid.startOf(number + this.#shift));
  }

  /** The shift during which an instant of this version lies. */
  numberAt(instant: number): number {
    const number = this.#grid.numberAt(instant) - this.#shift;
    return Math.min(
      Math.max(number, this.version.firstShift),
      this.endNumber - 1,
    );
  }

  shift(number: number): BaseShift {
    const { plan } = this.version;
    const { primary, reason } = turnOf(plan, number + this.#turn);
    const [start, end] = [this.startOf(number), this.startOf(number + 1)];
    return { number, start, end, primary, reason, span: this };
  }

  /** As if no version followed: what was planned while this one held. */
  asPlanned(): VersionSpan {
    return new VersionSpan(this.version);
  }
}

/** All versions of a rotation, one after the other: the base layer. */
export class Timeline {
  readonly spans: readonly VersionSpan[];

  /**
   * @param versions - in the order in which they take effect
   * @throws RangeError if there is none, they are out of order, or a plan is
   * malformed
   */
  constructor(versions: readonly RotationVersion[]) {
    if (versions.length === 0) {
      throw new RangeError('versions is empty; a rotation needs at least one');
    }
    this.spans = versions.map(
      (version, index) => new VersionSpan(version, versions[index + 1]),
    );
    for (const { start, end, version, endNumber } of this.spans) {
      if (!(start < end && version.firstShift < endNumber)) {
        throw new RangeError(
          'versions are out of order; each needs a later effectiveFrom and firstShift than the one before',
        );
      }
    }
  }

  /** First instant of the rotation. */
  get start(): number {
    return this.spans[0].start;
  }

  /** The version that holds at an instant; before the rotation, its first. */
  spanAt(instant: number): VersionSpan {
    let found = this.spans[0];
    for (const span of this.spans) {
      if (span.start <= instant) {
        found = span;
      }
    }
    return found;
  }

  /** The shift during which an instant lies; undefined before the rotation. */
  shiftAt(instant: number): BaseShift | undefined {
    const span = this.spanAt(instant);
    return instant < span.start
      ? undefined
      : span.shift(span.numberAt(instant));
  }

  /** The shift with a number; undefined if there is none, or it has no length. */
  shiftNumbered(number: number): BaseShift | undefined {
    const span = this.spans.find(({ endNumber }) => number < endNumber);
    if (
      !span ||
      !Number.isSafeInteger(number) ||
      number < span.version.firstShift
    ) {
      return undefined;
    }
    const shift = span.shift(number);
    // Past the last instant a Date can hold, no comparison is true.
    return shift.start < shift.end ? shift : undefined;
  }

  /** All shifts that overlap a span of time, in order. */
  between(from: number, to: number): BaseShift[] {
    const found: BaseShift[] = [];
    const begin = Math.max(from, this.start);
    if (!(begin < to)) {
      return found;
    }
    let span = this.spanAt(begin);
    let number = span.numberAt(begin);
    for (let start = begin; start < to; number += 1) {
      span = number < span.endNumber ? span : this.spanAt(start);
      const shift = span.shift(number);
      if (shift.start < shift.end) {
        found.push(shift);
      }
      // Past the last instant a Date can hold it is NaN, and the walk ends.
      start = shift.end;
    }
    return found;
  }
}
