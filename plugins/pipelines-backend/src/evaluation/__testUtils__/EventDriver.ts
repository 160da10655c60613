import { dateOfDay, dayAt } from '../../oncall/calendarDay';
import { monthOf } from '../calendar/period';
import { measuredAt } from '../facts';
import { mergeIntervals } from '../intervals';
import { judge, needsOf, readsOf } from '../judge';
import { judgedFrom } from '../judgedFrom';
import { JudgedInterval, JudgedSlot, Judgement } from '../judgement';
import { RuleVersion } from '../rule';
import { DayCount, dayCounts } from '../scores/counted';
import { Arrived, runTouchesFrom, touches } from '../touches';
import { Arrival } from './anyYear';
import { NEW_YORK } from './instants';
import { KnownFacts } from './KnownFacts';

/**
 * Does what the backend does with one rule, in memory: judges when something
 * arrives that the rule reads, and at `nextAt`; each time only from the first
 * instant on that may stand otherwise, by the facts asked for; and replaces what
 * it had of that time.
 */
export class EventDriver {
  versions: readonly RuleVersion[];
  nextAt: number;
  judged = 0;
  slots: JudgedSlot[] = [];
  intervals: JudgedInterval[] = [];
  days: DayCount[] = [];

  constructor(first: RuleVersion) {
    this.versions = [first];
    this.nextAt = first.from;
  }

  /** The rule becomes another. */
  change(next: RuleVersion, known: KnownFacts): void {
    const last = this.versions[this.versions.length - 1];
    this.versions = [
      ...this.versions.slice(0, -1),
      { ...last, to: next.from },
      next,
    ];
    this.judge(known, next.from, next.from);
  }

  hear(arrival: Arrival, known: KnownFacts): void {
    const touched = this.#touchedFrom(arrival);
    if (touched !== undefined) this.judge(known, arrival.arrivesAt, touched);
  }

  /** Time has come to judge again, and nothing else; it may be noticed late. */
  wake(known: KnownFacts, now: number): void {
    this.judge(known, now);
  }

  judge(known: KnownFacts, now: number, touchedFrom?: number): void {
    const window = { from: this.#windowFrom(touchedFrom, now), to: Infinity };
    const before = this.#standingBefore(window.from);
    const judgement = judge({
      versions: this.versions,
      window,
      facts: known.fetch(needsOf(this.versions, window)),
      now,
      ...(before && { carried: { verdict: before.verdict } }),
    });
    this.judged += 1;
    this.nextAt = judgement.nextAt ?? Infinity;
    this.#replace(judgement, window.from);
  }

  /**
   * From what was touched on, or the first slot that is not decided, or what
   * nobody was awake to judge; but not from the middle of an exclusion, which
   * does not say how it stood.
   */
  #windowFrom(touchedFrom: number | undefined, now: number): number {
    const open = this.slots.find(
      ({ verdict: { state } }) => state === 'pending' || state === 'at-risk',
    );
    let from = Math.min(
      touchedFrom === undefined
        ? Infinity
        : judgedFrom(this.versions, touchedFrom),
      open?.slot.expectedAt ?? Infinity,
      this.nextAt,
      now,
    );
    for (;;) {
      const standing = this.#standingBefore(from);
      if (standing?.verdict.state !== 'excluded') return from;
      from = standing.from;
    }
  }

  #standingBefore(instant: number): JudgedInterval | undefined {
    return this.intervals.findLast(
      ({ from, to = Infinity }) => from < instant && instant <= to,
    );
  }

  /** The first instant that it says something about, if the rule reads it. */
  #touchedFrom(arrival: Arrival): number | undefined {
    if (arrival.type === 'exclusion') return arrival.fact.from;
    const reads = readsOf(this.versions);
    if (reads.some(each => touches(each, toArrived(arrival)))) {
      return earliestOf(arrival);
    }
    return reads.some(each => touches(each, { type: 'heard' }))
      ? arrival.arrivesAt
      : undefined;
  }

  #replace(judgement: Judgement, from: number): void {
    this.slots = [
      ...this.slots.filter(({ slot }) => slot.expectedAt < from),
      ...judgement.slots,
    ];
    const firstDay = dateOfDay(dayAt(from, NEW_YORK));
    this.days = [
      ...this.days.filter(({ day }) => day < firstDay),
      ...dayCounts(judgement.events, NEW_YORK),
    ];
    const kept = this.intervals
      .filter(interval => interval.from < from)
      .map(interval => ({
        ...interval,
        to: Math.min(interval.to ?? from, from),
      }));
    this.intervals = mergeIntervals(
      [...kept, ...judgement.intervals],
      (one, next) => one.versionId === next.versionId,
    );
  }
}

function toArrived(arrival: Arrival): Arrived {
  switch (arrival.type) {
    case 'run':
      return { type: 'run', audience: arrival.fact.audience };
    case 'measurement':
      return { type: 'measurement', metric: arrival.fact.metric };
    case 'exclusion':
      return { type: 'heard' };
    default:
      return { type: arrival.type };
  }
}

/** The earliest instant that a fact is about. */
function earliestOf(arrival: Arrival): number {
  switch (arrival.type) {
    case 'run':
      return runTouchesFrom(arrival.fact);
    case 'measurement':
      return measuredAt(arrival.fact);
    case 'issue':
      return arrival.fact.startedAt;
    case 'review':
      return Math.min(
        arrival.fact.at,
        monthOf(arrival.fact.period, NEW_YORK).from,
      );
    default:
      return arrival.fact.from;
  }
}
