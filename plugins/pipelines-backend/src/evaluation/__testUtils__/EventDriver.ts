import { monthOf, periodAt, periodBefore } from '../calendar/period';
import { FactRange, Facts, measuredAt, Needs, RunFact } from '../facts';
import { mergeIntervals } from '../intervals';
import {
  judge,
  JudgedEvents,
  JudgedInterval,
  JudgedSlot,
  Judgement,
  needsOf,
  readsOf,
} from '../judge';
import { RuleVersion } from '../rule';
import { Arrived, touches } from '../touches';
import { Arrival } from './anyYear';
import { NEW_YORK } from './instants';

/** All that is known so far, each fact as it was told last. */
export class KnownFacts {
  readonly #byKind = new Map<string, Map<string, Arrival>>();
  readonly #heard: number[] = [];
  #all?: Facts;
  readonly #byMetric = new Map<string, Facts['measurements']>();
  readonly watchedSince: number;

  constructor(watchedSince: number) {
    this.watchedSince = watchedSince;
  }

  add(arrival: Arrival): void {
    const kind = this.#byKind.get(arrival.type) ?? new Map<string, Arrival>();
    kind.set(arrival.fact.id, arrival);
    this.#byKind.set(arrival.type, kind);
    this.#heard.push(arrival.arrivesAt);
    this.#all = undefined;
  }

  all(): Facts {
    if (this.#all) return this.#all;
    this.#byMetric.clear();
    this.#all = this.#collect();
    return this.#all;
  }

  #of(metric: string): Facts['measurements'] {
    const { measurements } = this.all();
    const found =
      this.#byMetric.get(metric) ??
      measurements.filter(each => each.metric === metric);
    this.#byMetric.set(metric, found);
    return found;
  }

  #collect(): Facts {
    const every = [...this.#byKind.values()].flatMap(each => [
      ...each.values(),
    ]);
    return {
      runs: every.flatMap(each => (each.type === 'run' ? [each.fact] : [])),
      measurements: every.flatMap(each =>
        each.type === 'measurement' ? [each.fact] : [],
      ),
      downs: every.flatMap(each => (each.type === 'down' ? [each.fact] : [])),
      issues: every.flatMap(each => (each.type === 'issue' ? [each.fact] : [])),
      reviews: every.flatMap(each =>
        each.type === 'review' ? [each.fact] : [],
      ),
      exclusions: every.flatMap(each =>
        each.type === 'exclusion' ? [each.fact] : [],
      ),
      heard: this.#heard,
      downsWatchedSince: this.watchedSince,
    };
  }

  /** Only what is asked for, as a database would fetch it. */
  fetch(needs: Needs): Facts {
    const all = this.all();
    const isGood = (run: RunFact) =>
      run.state === 'complete' && !run.isBackfill;
    const { runs, downs, issues, heard } = needs;
    const foundRuns = runs
      ? within(all.runs, runs, each => each.begunAt, { isLast: isGood })
      : [];
    const firstRun = Math.min(...foundRuns.map(({ begunAt }) => begunAt));
    return {
      ...all,
      runs: foundRuns,
      measurements: Object.entries(needs.metrics ?? {}).flatMap(
        ([metric, asked]) => {
          const from = asked.isSinceRuns
            ? Math.min(asked.from, firstRun)
            : asked.from;
          const range = { ...asked, from };
          const of = this.#of(metric);
          const series = [...new Set(of.map(each => each.series))];
          return series.flatMap(name =>
            within(
              of.filter(each => each.series === name),
              range,
              each => (range.isOfReceipt ? each.receivedAt : measuredAt(each)),
            ),
          );
        },
      ),
      downs: downs
        ? all.downs.filter(
            ({ from, to = Infinity }) =>
              to >= downs.from && from < (downs.to ?? Infinity),
          )
        : [],
      issues: issues ? within(all.issues, issues, each => each.startedAt) : [],
      reviews: needs.reviews
        ? all.reviews.filter(
            ({ period }) =>
              monthOf(period, NEW_YORK).to > (needs.reviews?.from ?? 0),
          )
        : [],
      heard: heard ? within(all.heard, heard, each => each) : [],
    };
  }
}

function within<T>(
  facts: readonly T[],
  { from, to = Infinity, withLastBefore }: FactRange,
  instantOf: (fact: T) => number,
  options: { isLast?: (fact: T) => boolean } = {},
): T[] {
  const before = facts
    .filter(fact => instantOf(fact) < from && (options.isLast?.(fact) ?? true))
    .map(instantOf);
  const begin =
    withLastBefore && before.length > 0 ? Math.max(...before) : from;
  return facts.filter(fact => instantOf(fact) >= begin && instantOf(fact) < to);
}

/**
 * Does what the backend does with one rule, in memory: judges when something
 * arrives that the rule reads, and at `nextAt`; each time a month or two only, by
 * the facts asked for; and replaces what it had of that time.
 */
export class EventDriver {
  versions: readonly RuleVersion[];
  nextAt: number;
  judged = 0;
  slots: JudgedSlot[] = [];
  intervals: JudgedInterval[] = [];
  events: JudgedEvents[] = [];

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
    if (!this.#isTouched(arrival)) return;
    this.judge(known, arrival.arrivesAt, earliestOf(arrival));
  }

  wake(known: KnownFacts): void {
    this.judge(known, this.nextAt, this.nextAt);
  }

  judge(known: KnownFacts, now: number, touchedFrom: number): void {
    const window = { from: this.#windowBefore(touchedFrom), to: Infinity };
    const before = this.#standingAt(window.from);
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

  /** The month before, or an earlier one that does not begin within an exclusion. */
  #windowBefore(instant: number): number {
    const month = periodAt('month', instant, NEW_YORK);
    const { from } = periodBefore(month, NEW_YORK);
    return this.#standingAt(from)?.verdict.state === 'excluded'
      ? this.#windowBefore(from)
      : from;
  }

  #standingAt(instant: number): JudgedInterval | undefined {
    return this.intervals.find(
      ({ from, to = Infinity }) => from < instant && instant <= to,
    );
  }

  #isTouched(arrival: Arrival): boolean {
    if (arrival.type === 'exclusion') return true;
    const arrived: Arrived[] = [toArrived(arrival), { type: 'heard' }];
    return readsOf(this.versions).some(reads =>
      arrived.some(each => touches(reads, each)),
    );
  }

  #replace(judgement: Judgement, from: number): void {
    this.slots = [
      ...this.slots.filter(({ slot }) => slot.expectedAt < from),
      ...judgement.slots,
    ];
    this.events = [
      ...this.events.filter(each => each.at < from),
      ...judgement.events,
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
      return Math.min(
        arrival.fact.begunAt,
        arrival.fact.nominal?.start ?? Infinity,
      );
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
