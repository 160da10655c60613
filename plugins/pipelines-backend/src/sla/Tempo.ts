import { ScoreStore, StandingRule } from '../database/scores/ScoreStore';
import { ObjectiveSpec, periodAt } from '../evaluation';
import {
  BURN_DAYS,
  burnRates,
  CountedDay,
  TimeInState,
} from './answers/burnRates';
import { groupedBy } from './groupedBy';

const DAY_MS = 86_400_000;

/** How fast a pipeline uses up what may go wrong, as of now. */
export class Tempo {
  readonly #store: Pick<ScoreStore, 'timesOf' | 'eventsOf'>;
  readonly #pipelineRef: string;
  readonly #timeZone: string;
  readonly #now: Date;
  #times = new Map<number, TimeInState[]>();
  #days = new Map<number, CountedDay[]>();

  constructor(options: {
    store: Pick<ScoreStore, 'timesOf' | 'eventsOf'>;
    pipelineRef: string;
    /** Of the SLA. */
    timeZone: string;
    now: Date;
  }) {
    this.#store = options.store;
    this.#pipelineRef = options.pipelineRef;
    this.#timeZone = options.timeZone;
    this.#now = options.now;
  }

  /** Reads what all its promises need, once. */
  async read(): Promise<void> {
    const pipelineRef = this.#pipelineRef;
    const since = new Date(+this.#now - BURN_DAYS.week * DAY_MS);
    const [times, days] = await Promise.all([
      this.#store.timesOf({ pipelineRef, since }),
      this.#store.eventsOf({ pipelineRef, sinceDay: this.#dayAt(+since) }),
    ]);
    this.#times = groupedBy(times, ({ ruleId }) => ruleId);
    this.#days = groupedBy(days, ({ ruleId }) => ruleId);
  }

  /** Of a promise that holds; undefined where it has no budget, or nothing to say. */
  ratesOf(
    rule: StandingRule,
    spec: ObjectiveSpec,
  ): { day?: number; week?: number } | undefined {
    if (rule.endedAt || rule.unit === 'slots') return undefined;
    return burnRates({
      times: this.#times.get(rule.id) ?? [],
      days: this.#days.get(rule.id) ?? [],
      target: 'target' in spec ? spec.target : 100,
      now: this.#now,
      dayAt: instant => this.#dayAt(instant),
    });
  }

  #dayAt(instant: number): string {
    return periodAt('day', instant, this.#timeZone).label;
  }
}
