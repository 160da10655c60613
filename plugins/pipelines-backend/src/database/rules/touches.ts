import { TakenArrival } from '../arrivals/takeArrivals';
import { jobIdIn } from '../measurements/series';
import { JobClaim } from './claimsAbove';
import { ANY_RECEIPT, DOWN, metricNames, runNames } from './readNames';

/** What touches rules: the earliest instant that it is about, and who did it. */
export interface Touch {
  readonly from: string;
  readonly by?: string;
  readonly reason?: string;
}

/** Both together. */
export function earlier(one: Touch | undefined, other: Touch): Touch {
  if (!one) return other;
  return {
    ...one,
    ...other,
    from: one.from < other.from ? one.from : other.from,
  };
}

/** All rules of a pipeline: an exclusion is about whatever it reads. */
export const EVERYTHING = '*';

/** What came in, by pipeline and name of the fact. */
export class Touches {
  readonly #byPipeline = new Map<string, Map<string, Touch>>();
  readonly #receipts = new Map<string, Set<string>>();

  add(pipelineRef: string, fact: string, touch: Touch): void {
    const facts = this.#byPipeline.get(pipelineRef) ?? new Map();
    facts.set(fact, earlier(facts.get(fact), touch));
    this.#byPipeline.set(pipelineRef, facts);
  }

  /** Something was heard, by our clock. */
  hear(pipelineRef: string, fact: string, receivedAt: string): void {
    this.add(pipelineRef, fact, { from: receivedAt });
    const name = `${pipelineRef} ${fact}`;
    const instants = this.#receipts.get(name) ?? new Set();
    this.#receipts.set(name, instants.add(receivedAt));
  }

  of(pipelineRef: string, fact: string): Touch | undefined {
    return this.#byPipeline.get(pipelineRef)?.get(fact);
  }

  receiptsOf(pipelineRef: string, fact: string): string[] {
    return [...(this.#receipts.get(`${pipelineRef} ${fact}`) ?? [])];
  }

  rows(): { pipelineRef: string; fact: string; touch: Touch }[] {
    return [...this.#byPipeline].flatMap(([pipelineRef, facts]) =>
      [...facts].map(([fact, touch]) => ({ pipelineRef, fact, touch })),
    );
  }

  get size(): number {
    return this.#byPipeline.size;
  }
}

function addFigures(
  touches: Touches,
  pipelineRef: string,
  { facts, receivedAt }: TakenArrival,
): void {
  for (const [metric, from] of Object.entries(facts.metrics ?? {})) {
    const { value, receipt } = metricNames(metric);
    touches.add(pipelineRef, value, { from });
    touches.hear(pipelineRef, receipt, receivedAt);
  }
}

function addOfPipeline(touches: Touches, arrival: TakenArrival): void {
  const { subject, facts, receivedAt, by, reason } = arrival;
  const who = { ...(by && { by }), ...(reason && { reason }) };
  const { down, review, issue, exclusion } = facts;
  addFigures(touches, subject, arrival);
  if (facts.metrics) touches.hear(subject, ANY_RECEIPT, receivedAt);
  if (down) touches.add(subject, DOWN, { from: down });
  if (review) touches.add(subject, 'review', { from: review, ...who });
  if (issue) touches.add(subject, 'issue', { from: issue });
  if (exclusion) touches.add(subject, EVERYTHING, { from: exclusion, ...who });
}

function addOfJob(
  touches: Touches,
  arrival: TakenArrival,
  claims: readonly JobClaim[],
): void {
  const { facts, receivedAt } = arrival;
  for (const { pipelineRef, audience, isOwn } of claims) {
    addFigures(touches, pipelineRef, arrival);
    touches.hear(pipelineRef, ANY_RECEIPT, receivedAt);
    const { run } = facts;
    if (run === undefined || !isOwn) continue;
    for (const name of runNames(audience)) {
      touches.add(pipelineRef, name, { from: run });
    }
  }
}

/** What arrivals touch, given which pipelines claim the jobs they are about. */
export function touchesOf(
  arrivals: readonly TakenArrival[],
  claims: ReadonlyMap<string, readonly JobClaim[]>,
): Touches {
  const touches = new Touches();
  for (const arrival of arrivals) {
    const jobId = jobIdIn(arrival.subject);
    if (jobId === undefined) addOfPipeline(touches, arrival);
    else addOfJob(touches, arrival, claims.get(jobId) ?? []);
  }
  return touches;
}
