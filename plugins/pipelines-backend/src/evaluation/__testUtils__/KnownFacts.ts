import { monthOf } from '../calendar/period';
import {
  FactRange,
  Facts,
  measuredAt,
  MeasurementFact,
  Needs,
  RunFact,
} from '../facts';
import { Arrival } from './anyYear';
import { NEW_YORK } from './instants';

/** Figures of a series, by an instant of theirs. */
class Ordered<T> {
  readonly #facts: T[] = [];
  readonly #instantOf: (fact: T) => number;

  constructor(instantOf: (fact: T) => number) {
    this.#instantOf = instantOf;
  }

  add(fact: T): void {
    this.#facts.splice(this.#indexOf(this.#instantOf(fact) + 1), 0, fact);
  }

  between({ from, to = Infinity, withLastBefore }: FactRange): T[] {
    const first = this.#indexOf(from);
    const begin =
      withLastBefore && first > 0
        ? this.#indexOf(this.#instantOf(this.#facts[first - 1]))
        : first;
    return this.#facts.slice(begin, this.#indexOf(to));
  }

  /** Of the first fact at or after an instant. */
  #indexOf(instant: number): number {
    let low = 0;
    let high = this.#facts.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#instantOf(this.#facts[middle]) < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

interface Series {
  readonly measured: Ordered<MeasurementFact>;
  readonly received: Ordered<MeasurementFact>;
}

/** All that is known so far, each fact as it was told last; as a store keeps it. */
export class KnownFacts {
  readonly #others = new Map<string, Map<string, Arrival>>();
  readonly #measurements: MeasurementFact[] = [];
  readonly #series = new Map<string, Map<string, Series>>();
  readonly #heard: number[] = [];
  readonly #heardInOrder = new Ordered<number>(instant => instant);
  readonly watchedSince: number;
  #runs?: RunFact[];

  constructor(watchedSince: number) {
    this.watchedSince = watchedSince;
  }

  add(arrival: Arrival): void {
    this.#heard.push(arrival.arrivesAt);
    this.#heardInOrder.add(arrival.arrivesAt);
    if (arrival.type === 'measurement') {
      this.#addMeasurement(arrival.fact);
      return;
    }
    if (arrival.type === 'run') this.#runs = undefined;
    const kind = this.#others.get(arrival.type) ?? new Map<string, Arrival>();
    kind.set(arrival.fact.id, arrival);
    this.#others.set(arrival.type, kind);
  }

  #addMeasurement(fact: MeasurementFact): void {
    this.#measurements.push(fact);
    const series = this.#series.get(fact.metric) ?? new Map<string, Series>();
    this.#series.set(fact.metric, series);
    const found = series.get(fact.series) ?? {
      measured: new Ordered(measuredAt),
      received: new Ordered(({ receivedAt }: MeasurementFact) => receivedAt),
    };
    series.set(fact.series, found);
    found.measured.add(fact);
    found.received.add(fact);
  }

  all(): Facts {
    return {
      runs: this.#allRuns(),
      measurements: this.#measurements,
      ...this.#rest(),
      heard: this.#heard,
      downsWatchedSince: this.watchedSince,
    };
  }

  #allRuns(): RunFact[] {
    this.#runs ??= this.#of('run').flatMap(each =>
      each.type === 'run' ? [each.fact] : [],
    );
    return this.#runs;
  }

  #of(type: Arrival['type']): Arrival[] {
    return [...(this.#others.get(type)?.values() ?? [])];
  }

  #rest(): Pick<Facts, 'downs' | 'issues' | 'reviews' | 'exclusions'> {
    const every = (['down', 'issue', 'review', 'exclusion'] as const).flatMap(
      type => this.#of(type),
    );
    return {
      downs: every.flatMap(each => (each.type === 'down' ? [each.fact] : [])),
      issues: every.flatMap(each => (each.type === 'issue' ? [each.fact] : [])),
      reviews: every.flatMap(each =>
        each.type === 'review' ? [each.fact] : [],
      ),
      exclusions: every.flatMap(each =>
        each.type === 'exclusion' ? [each.fact] : [],
      ),
    };
  }

  /** Only what is asked for, as a database would fetch it. */
  fetch(needs: Needs): Facts {
    const { runs: asked, downs, issues, reviews, heard } = needs;
    const rest = this.#rest();
    const runs = asked ? this.#runsOf(asked) : [];
    const firstRun = runs.reduce(
      (first, { begunAt }) => Math.min(first, begunAt),
      Infinity,
    );
    return {
      runs,
      measurements: Object.entries(needs.metrics ?? {}).flatMap(
        ([metric, range]) => this.#measurementsOf(metric, range, firstRun),
      ),
      downs: rest.downs.filter(
        ({ from, to = Infinity }) =>
          downs && to >= downs.from && from < (downs.to ?? Infinity),
      ),
      issues: rest.issues.filter(
        ({ startedAt }) =>
          issues &&
          startedAt >= issues.from &&
          startedAt < (issues.to ?? Infinity),
      ),
      reviews: rest.reviews.filter(
        ({ period }) => reviews && monthOf(period, NEW_YORK).to > reviews.from,
      ),
      exclusions: rest.exclusions,
      heard: heard ? this.#heardInOrder.between(heard) : [],
      downsWatchedSince: this.watchedSince,
    };
  }

  #runsOf({ from, to = Infinity, withLastBefore }: FactRange): RunFact[] {
    const runs = this.#allRuns();
    const before = runs
      .filter(
        ({ state, isBackfill, begunAt }) =>
          state === 'complete' && !isBackfill && begunAt < from,
      )
      .map(({ begunAt }) => begunAt);
    const begin =
      withLastBefore && before.length > 0 ? Math.max(...before) : from;
    return runs.filter(({ begunAt }) => begunAt >= begin && begunAt < to);
  }

  #measurementsOf(
    metric: string,
    range: FactRange,
    firstRun: number,
  ): MeasurementFact[] {
    const from = range.isSinceRuns
      ? Math.min(range.from, firstRun)
      : range.from;
    const series = [...(this.#series.get(metric)?.values() ?? [])];
    return series.flatMap(({ measured, received }) =>
      (range.isOfReceipt ? received : measured).between({ ...range, from }),
    );
  }
}
