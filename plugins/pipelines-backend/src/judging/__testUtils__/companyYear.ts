import { ExclusionFact, RunFact } from '../../evaluation';
import { Arrival, anyYear, YEAR } from '../../evaluation/__testUtils__/anyYear';
import { DAY, HOUR } from '../../evaluation/__testUtils__/instants';
import { runEvent, WireEvent } from '../../ingest/__testUtils__/lineageEvents';
import { ANY_JOB, jobOf, PROMISES } from './companyPromises';
import { Delivery } from './Delivery';
import { shareOf } from './shareOf';

// By then each job was heard of.
const JOBS_HEARD_MS = 7 * DAY;

function jobNameOf({ audience }: RunFact): string {
  return audience ? `profit_${audience}` : ANY_JOB;
}

class Deliveries {
  readonly all: Delivery[] = [];
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  #chance(share: number, ...words: (string | number)[]): boolean {
    return shareOf(this.#seed, ...words) < share;
  }

  #upTo(most: number, ...words: (string | number)[]): number {
    return Math.floor(shareOf(this.#seed, ...words) * most);
  }

  /** Of a tool; now and then it sends weeks later, or the same again. */
  #send(delivery: Delivery, name: string): void {
    const late = this.#chance(0.015, 'weeks late', name)
      ? this.#upTo(60 * DAY, 'weeks', name)
      : 0;
    const receivedAt = delivery.receivedAt + late;
    this.all.push({ ...delivery, receivedAt });
    if (!this.#chance(0.08, 'again', name)) return;
    const later = this.#upTo(2 * DAY, 'again after', name);
    this.all.push({ ...delivery, receivedAt: receivedAt + later });
  }

  /** About once in two weeks somebody says of a time long past that it does not count. */
  excludeThePast(from: number, to: number): void {
    for (let day = from; day < to; day += DAY) {
      if (!this.#chance(1 / 14, 'past', day)) continue;
      const begin = day - this.#upTo(40 * DAY, 'past by', day);
      this.#addExclusion(
        {
          id: `past ${day}`,
          from: begin,
          to: begin + 1 + this.#upTo(36 * HOUR, 'past for', day),
        },
        day,
      );
    }
  }

  /** Some machines have clocks that are hours ahead. */
  #isAhead(runId: string): boolean {
    return this.#chance(0.1, 'ahead', runId);
  }

  #eventOf(run: RunFact, at: number, eventType: string): WireEvent {
    const { id, nominal, isBackfill } = run;
    const ahead = this.#isAhead(id) ? this.#upTo(3 * HOUR, 'by', id) : 0;
    return runEvent({
      eventType,
      eventTime: new Date(at + ahead).toISOString(),
      runId: id,
      job: jobOf(jobNameOf(run)),
      runFacets: {
        ...(nominal && {
          nominalTime: {
            nominalStartTime: new Date(nominal.start).toISOString(),
            ...(nominal.end !== undefined && {
              nominalEndTime: new Date(nominal.end).toISOString(),
            }),
          },
        }),
        ...(isBackfill && {
          airflowDagRun: { dagRun: { run_type: 'backfill' } },
        }),
      },
    });
  }

  #addRun(run: RunFact): void {
    const { id, begunAt, endedAt, receivedAt, state } = run;
    const name = `${id} ${state}`;
    const of = { job: jobNameOf(run), runId: id };
    if (endedAt === undefined) {
      // Some tools do not say that a run begins, or it is heard too late.
      const isLost = this.#chance(this.#isAhead(id) ? 0.7 : 0.05, 'lost', id);
      if (isLost) return;
      const late = this.#chance(0.06, 'late start', id)
        ? this.#upTo(2 * DAY, 'late start by', id)
        : 0;
      const body = this.#eventOf(run, begunAt, 'START');
      const heardAt = receivedAt + late;
      this.#send({ type: 'event', ...of, body, receivedAt: heardAt }, name);
      return;
    }
    const eventType = state === 'failed' ? 'FAIL' : 'COMPLETE';
    const body = this.#eventOf(run, endedAt, eventType);
    this.#send({ type: 'event', ...of, body, receivedAt }, name);
    if (this.#chance(0.05, 'step', id)) this.#addStep(run, endedAt, receivedAt);
  }

  /** A step of a run: none of the runs that are judged, but heard of. */
  #addStep(run: RunFact, endedAt: number, receivedAt: number): void {
    const { id } = run;
    const dag = jobOf(jobNameOf(run));
    const step = jobOf(`${dag.name}.load`);
    const runId = `${id} step`;
    const body = runEvent({
      eventType: this.#chance(0.5, 'step fails', id) ? 'FAIL' : 'COMPLETE',
      eventTime: new Date(endedAt).toISOString(),
      runId,
      job: step,
      runFacets: { parent: { job: dag, run: { runId: id } } },
    });
    const heardAt = receivedAt + this.#upTo(HOUR, 'step after', id);
    this.#send(
      { type: 'event', job: step.name, runId, body, receivedAt: heardAt },
      runId,
    );
  }

  #addFigure({ fact, arrivesAt }: Arrival & { type: 'measurement' }): void {
    const { id, metric, at, figure } = fact;
    // That measuring failed is nothing that comes by this door.
    if (typeof figure !== 'number' && 'error' in figure) return;
    // Of a job that was heard of, as figures within events are.
    const isOfJob =
      metric === 'revenue' &&
      at > YEAR.from + JOBS_HEARD_MS &&
      this.#chance(0.5, 'of job', id);
    const common = {
      type: 'figure',
      metric,
      ...(isOfJob && { job: 'profit_experiments' }),
    } as const;
    if (!this.#chance(0.05, 'corrected', id)) {
      this.#send({ ...common, at, figure, receivedAt: arrivesAt }, id);
      return;
    }
    // A figure with a name of its own is corrected, and moved perhaps.
    const moved = this.#chance(0.5, 'moved', id)
      ? this.#upTo(DAY, 'moved by', id) - DAY / 2
      : 0;
    const other =
      typeof figure === 'number' ? figure * 0.97 : { ...figure, good: 0 };
    const receivedAt = arrivesAt + this.#upTo(3 * DAY, 'corrected after', id);
    this.#send({ ...common, key: id, at, figure, receivedAt: arrivesAt }, id);
    this.#send(
      { ...common, key: id, at: at + moved, figure: other, receivedAt },
      `${id} corrected`,
    );
  }

  add(arrival: Arrival): void {
    const { arrivesAt: receivedAt } = arrival;
    switch (arrival.type) {
      case 'run':
        this.#addRun(arrival.fact);
        break;
      case 'measurement':
        this.#addFigure(arrival);
        break;
      case 'down': {
        const { id, from, to } = arrival.fact;
        const ends = to === undefined ? {} : { endsAt: to };
        this.#send(
          {
            type: 'alert',
            fingerprint: id,
            startsAt: from,
            ...ends,
            receivedAt,
          },
          `${id} ${to ?? ''}`,
        );
        break;
      }
      case 'review': {
        const { period, isApproved } = arrival.fact;
        this.all.push({ type: 'review', period, isApproved, receivedAt });
        break;
      }
      case 'exclusion':
        this.#addExclusion(arrival.fact, receivedAt);
        break;
      default:
      // Nothing opens issues yet.
    }
  }

  #addExclusion(fact: ExclusionFact, arrivesAt: number): void {
    const { id, from, to, ruleIds } = fact;
    const named = ruleIds && {
      objectives: ruleIds.filter(each => each !== 'lag'),
      monitors: ruleIds.filter(each => each === 'lag'),
    };
    const common = { from, to, ...named };
    this.all.push({ type: 'exclusion', ...common, receivedAt: arrivesAt });
    if (!this.#chance(0.25, 'cancelled', id)) return;
    const after = 1 + this.#upTo(10 * DAY, 'cancelled after', id);
    const receivedAt = arrivesAt + after;
    this.all.push({ type: 'cancel', ...common, receivedAt });
  }
}

/** A simulated year, or the first days of it. */
export interface CompanyYear {
  readonly seed: number;
  readonly deliveries: readonly Delivery[];
  /** Epoch milliseconds. */
  readonly to: number;
}

/**
 * What tools and people hand the backend in a year of a company: on time, late,
 * repeated, corrected, out of order, or never; in the order of receipt.
 *
 * @param options - `days`: only the first of it
 */
export function companyYear(options: {
  seed: number;
  days?: number;
}): CompanyYear {
  const { seed, days = Infinity } = options;
  const to = Math.min(YEAR.to, YEAR.from + days * DAY);
  const year = new Deliveries(seed);
  anyYear(seed).forEach(arrival => year.add(arrival));
  year.excludeThePast(YEAR.from, YEAR.to);
  const promises = PROMISES.map(
    ({ from, ...promise }): Delivery => ({
      type: 'promise',
      ...promise,
      receivedAt: Math.round(YEAR.from + from * (to - YEAR.from)),
    }),
  );
  const deliveries = [...promises, ...year.all]
    .filter(({ receivedAt }) => receivedAt >= YEAR.from && receivedAt < to)
    .sort((a, b) => a.receivedAt - b.receivedAt);
  return { seed, deliveries, to };
}
