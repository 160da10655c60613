import {
  endOfRun,
  Facts,
  measuredAt,
  MeasurementFact,
  RunFact,
  seriesOf,
} from '../facts';
import { Requirement } from '../rule';

/** A run that may meet a slot, and what came of it. */
export interface Attempt {
  readonly run: RunFact;
  /** When it was whole: its end, or the last of the figures it must have. */
  readonly goodAt?: number;
  /** Required figures that it lacks. */
  readonly lacks: readonly string[];
}

/** Tests that tools report; one that failed is no figure that is there. */
const ASSERTIONS = 'assertions.passed';

function isThere({ metric, figure }: MeasurementFact): boolean {
  if (typeof figure === 'number') return true;
  if ('error' in figure) return false;
  return metric !== ASSERTIONS || figure.good >= figure.total;
}

/** The measurements of a series, taken run by run. */
class Taken {
  readonly #series: readonly MeasurementFact[];
  #next = 0;

  constructor(series: readonly MeasurementFact[]) {
    this.#series = series;
  }

  /** Those from `from` on, before `to`; of later and later runs. */
  between(from: number, to: number): MeasurementFact[] {
    this.#passTo(from);
    const first = this.#next;
    this.#passTo(to);
    return this.#series.slice(first, this.#next);
  }

  #passTo(instant: number): void {
    const series = this.#series;
    while (
      this.#next < series.length &&
      measuredAt(series[this.#next]) < instant
    ) {
      this.#next += 1;
    }
  }
}

/**
 * When a required figure was there for a run: measured while the run was the
 * latest one. A test may be repeated; its last result counts.
 *
 * @returns undefined if nothing was measured, `failed` if it is not there
 */
function thereAt(
  found: readonly MeasurementFact[],
): number | 'failed' | undefined {
  if (found.length === 0) return undefined;
  const counted = found[0].metric === ASSERTIONS ? found.slice(-1) : found;
  const first = counted.find(isThere);
  return first ? measuredAt(first) : 'failed';
}

/** When a required metric, in all its series, was there for a run. */
function metricAt(
  all: readonly Taken[],
  { from, to }: { from: number; to: number },
): number | undefined {
  const instants = all
    .map(series => thereAt(series.between(from, to)))
    .filter(at => at !== undefined);
  const numbers = instants.filter(at => at !== 'failed');
  return instants.length > 0 && numbers.length === instants.length
    ? Math.max(...numbers)
    : undefined;
}

/** Whether a run answers for an audience; of jobs without one all do. */
function isFor(run: RunFact, audience: string | undefined): boolean {
  return (
    audience === undefined ||
    run.audience === undefined ||
    run.audience === audience
  );
}

/** Whether a run has to have some figures, when it answers for an audience. */
function isRequired(
  requirement: Requirement,
  run: RunFact,
  audience: string | undefined,
): boolean {
  return audience === undefined
    ? isFor(run, requirement.audience)
    : isOf(requirement, audience);
}

/** Whether figures are required for an audience. */
export function isOf(requirement: Requirement, audience: string): boolean {
  return (
    requirement.audience === undefined || requirement.audience === audience
  );
}

/**
 * The runs that count for an audience, by their begin, and when each was good:
 * it is complete, and has the figures that are required of it. Backfills are no
 * attempts: they run for a time long past.
 */
export function attemptsOf(options: {
  facts: Facts;
  audience?: string;
  requires: readonly Requirement[];
}): Attempt[] {
  const { facts, audience, requires } = options;
  const runs = facts.runs
    .filter(run => !run.isBackfill && isFor(run, audience))
    .sort((a, b) => a.begunAt - b.begunAt || (a.id < b.id ? -1 : 1));
  const named = new Set(requires.flatMap(({ metrics }) => metrics));
  const seriesBy = new Map(
    [...named].map(metric => [
      metric,
      [...seriesOf(facts, metric).values()].map(series => new Taken(series)),
    ]),
  );
  return runs.map((run, index) => {
    const end = endOfRun(run);
    if (run.state !== 'complete' || end === undefined) {
      return { run, lacks: [] };
    }
    const metrics = requires
      .filter(each => isRequired(each, run, audience))
      .flatMap(each => each.metrics);
    const times = {
      from: run.begunAt,
      to: runs[index + 1]?.begunAt ?? Infinity,
    };
    const figures = [...new Set(metrics)].map(metric => ({
      metric,
      at: metricAt(seriesBy.get(metric) ?? [], times),
    }));
    const lacks = figures.filter(({ at }) => at === undefined);
    if (lacks.length > 0) {
      return { run, lacks: lacks.map(({ metric }) => metric) };
    }
    const goodAt = Math.max(end, ...figures.map(({ at }) => at ?? end));
    return { run, goodAt, lacks: [] };
  });
}
