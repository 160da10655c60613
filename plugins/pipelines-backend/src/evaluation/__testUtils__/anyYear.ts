import {
  DownFact,
  ExclusionFact,
  IssueFact,
  MeasurementFact,
  ReviewFact,
  RunFact,
} from '../facts';
import { at, DAY, HOUR, MINUTE } from './instants';

export { COMPANY } from './company';

/** A fact as it becomes known; the same id again replaces it. */
export type Arrival = { readonly arrivesAt: number } & (
  | { readonly type: 'run'; readonly fact: RunFact }
  | { readonly type: 'measurement'; readonly fact: MeasurementFact }
  | { readonly type: 'down'; readonly fact: DownFact }
  | { readonly type: 'issue'; readonly fact: IssueFact }
  | { readonly type: 'review'; readonly fact: ReviewFact }
  | { readonly type: 'exclusion'; readonly fact: ExclusionFact }
);

export const YEAR = {
  from: at('2026-01-05 13:00'),
  to: at('2027-01-05 13:00'),
};

/** A number generator that gives the same for the same seed (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) % 4294967296;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

class Year {
  readonly arrivals: Arrival[] = [];
  readonly #random: () => number;
  /** Apart from the others, so that the years of a seed differ by series alone. */
  readonly #randomSeries: () => number;

  constructor(seed: number) {
    this.#random = generator(seed);
    this.#randomSeries = generator(seed + 1);
  }

  /** Mostly the first of two; the second is not heard of for months. */
  #series(when: number): string {
    const month = new Date(when).getUTCMonth();
    return month !== 4 && month !== 5 && this.#randomSeries() < 0.3
      ? 'us'
      : 'eu';
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #upTo(most: number): number {
    return Math.floor(this.#random() * most);
  }

  /** Mostly soon, sometimes hours later, rarely days. */
  #delay(): number {
    if (this.#chance(0.9)) return this.#upTo(3 * MINUTE);
    return this.#chance(0.8) ? this.#upTo(6 * HOUR) : this.#upTo(9 * DAY);
  }

  runAt(audience: 'investors' | 'experiments', expected: number, name: string) {
    if (this.#chance(0.04)) return;
    const begunAt = expected + this.#upTo(this.#chance(0.9) ? HOUR : 9 * HOUR);
    const endedAt = begunAt + this.#upTo(this.#chance(0.9) ? HOUR : 4 * HOUR);
    const isBackfill = this.#chance(0.05);
    const id = `${name} ${new Date(begunAt).toISOString()}`;
    const hasNominal = this.#chance(0.5);
    const run: RunFact = {
      id,
      ...(this.#chance(0.9) && { audience }),
      state: 'running',
      begunAt,
      receivedAt: begunAt + this.#delay(),
      isBackfill,
      ...(hasNominal && { nominal: { start: expected - DAY, end: expected } }),
    };
    const receivedAt = Math.max(run.receivedAt, endedAt + this.#delay());
    const isGood = this.#chance(0.88);
    const ended: RunFact = {
      ...run,
      state: isGood ? 'complete' : 'failed',
      endedAt,
      receivedAt,
    };
    this.arrivals.push({ type: 'run', fact: run, arrivesAt: run.receivedAt });
    this.arrivals.push({ type: 'run', fact: ended, arrivesAt: receivedAt });
    if (this.#chance(0.85)) {
      this.measure(
        'revenue',
        endedAt + this.#upTo(10 * MINUTE),
        800 + this.#upTo(400),
      );
    }
    const retriesAt = endedAt + this.#upTo(HOUR);
    if (!isGood)
      this.runAt(audience, Math.max(expected, retriesAt - HOUR), `${name}+`);
  }

  measure(
    metric: string,
    when: number,
    figure: MeasurementFact['figure'],
    series = '',
  ) {
    const isAhead = this.#chance(0.01);
    const receivedAt = when + this.#delay();
    const told = isAhead ? receivedAt + this.#upTo(3 * HOUR) : when;
    this.arrivals.push({
      type: 'measurement',
      arrivesAt: receivedAt,
      fact: {
        id: `${metric}/${series}/${when}`,
        metric,
        series,
        at: told,
        receivedAt,
        figure: this.#chance(0.02) ? { error: 'timeout' } : figure,
      },
    });
  }

  day(start: number) {
    this.runAt('experiments', start + 5 * HOUR, 'experiments');
    for (const hour of [6, 18]) {
      const when = start + hour * HOUR + this.#upTo(HOUR);
      if (this.#chance(0.9)) {
        this.measure('lag', when, this.#upTo(100), this.#series(when));
      }
    }
    if (this.#chance(0.93)) {
      const when = start + this.#upTo(DAY);
      this.measure('newest', when, (when - this.#upTo(8 * HOUR)) / 1_000);
      const total = this.#chance(0.03) ? 0 : 1_000 * (1 + this.#upTo(9));
      this.measure('valid', when, {
        good: Math.max(0, total - this.#upTo(3)),
        total,
      });
      const series = this.#series(when);
      this.measure('included', when, 100 + this.#upTo(4), series);
      this.measure('active', when + this.#upTo(8 * MINUTE), 101, series);
    }
    if (this.#chance(0.05)) this.trouble(start + this.#upTo(DAY));
    if (this.#chance(0.02)) this.exclude(start);
  }

  trouble(from: number) {
    const to = from + this.#upTo(4 * DAY);
    const id = `trouble ${from}`;
    const severity = this.#chance(0.5) ? 'critical' : 'low';
    const down: DownFact = { id, from, name: 'Down', severity: 'critical' };
    const issue: IssueFact = { id, severity, startedAt: from };
    const begin = from + this.#delay();
    const end = Math.max(begin, to + this.#delay());
    this.arrivals.push({ type: 'down', fact: down, arrivesAt: begin });
    this.arrivals.push({ type: 'issue', fact: issue, arrivesAt: begin });
    this.arrivals.push({ type: 'down', fact: { ...down, to }, arrivesAt: end });
    this.arrivals.push({
      type: 'issue',
      fact: { ...issue, recoveredAt: to },
      arrivesAt: end,
    });
  }

  exclude(start: number) {
    const from = start + this.#upTo(DAY);
    const fact: ExclusionFact = {
      id: `exclusion ${from}`,
      from,
      to: from + 1 + this.#upTo(2 * DAY),
      ...(this.#chance(0.3) && {
        ruleIds: ['fresh', 'investors', 'lag', 'mended'],
      }),
    };
    const arrivesAt = from + this.#upTo(4 * DAY) - 2 * DAY;
    this.arrivals.push({ type: 'exclusion', fact, arrivesAt });
  }

  review(period: string, end: number) {
    const when = end + this.#upTo(9 * DAY) - 2 * DAY;
    const fact: ReviewFact = {
      id: `review ${period} ${when}`,
      ruleId: 'review',
      period,
      at: when,
      isApproved: this.#chance(0.8),
    };
    this.arrivals.push({ type: 'review', fact, arrivesAt: when });
  }
}

/** What may happen in a year, in the order in which it becomes known. */
export function anyYear(seed: number): Arrival[] {
  const year = new Year(seed);
  for (let start = at('2026-01-05 00:00'); start < YEAR.to; start += DAY) {
    year.day(start);
  }
  for (let month = 1; month <= 12; month += 1) {
    const label = `2026-${String(month).padStart(2, '0')}`;
    const begin = at(`${label}-01 06:00`);
    year.runAt('investors', begin, 'investors');
    year.review(label, begin + 30 * DAY);
    year.review(label, begin + 31 * DAY);
  }
  return year.arrivals
    .filter(({ arrivesAt }) => arrivesAt >= YEAR.from && arrivesAt < YEAR.to)
    .sort((a, b) => a.arrivesAt - b.arrivesAt);
}
