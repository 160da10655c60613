import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { createStores } from '../../createStores';
import { fromDate } from '../../database/instant';
import { monthOf, rulesOf } from '../../evaluation';
import { NEW_YORK } from '../../evaluation/__testUtils__/instants';
import { prepared } from '../../ingest/__testUtils__/prepared';
import { jobIdOf } from '../../ingest/openlineage/names';
import { claimsOf } from '../../pipelines/claimsOf';
import { Batch } from './batchesOf';
import { jobOf } from './companyPromises';
import { Delivery, REF } from './Delivery';

const EPOCH = new Date(0);
const AUTHOR = 'user:default/a';
const CLOSE_AFTER_DAYS = 5;
// As often as the backend looks what time makes due.
const TICK_MS = 5_000;
const ALL = 1_000;

type Stores = Awaited<ReturnType<typeof createStores>>;

/** The stores and the judging of a backend, by a clock that is told the time. */
export class SimulatedBackend {
  readonly #knex: Knex;
  readonly #stores: Stores;
  readonly #rulesTogether: number;
  /** How often rules were judged, each counted. */
  judged = 0;

  /** @param options - `rulesTogether`: how many are judged in one transaction */
  static async create(options: {
    database: DatabaseService;
    rulesTogether?: number;
  }) {
    const { database, rulesTogether = ALL } = options;
    const sla = { closeAfterDays: CLOSE_AFTER_DAYS };
    const stores = await createStores(database, sla);
    const knex = await database.getClient();
    return new SimulatedBackend(knex, stores, rulesTogether);
  }

  private constructor(knex: Knex, stores: Stores, rulesTogether: number) {
    this.#knex = knex;
    this.#stores = stores;
    this.#rulesTogether = rulesTogether;
  }

  /** All that happens with a batch; doing it again changes nothing. */
  async handle(batch: Batch): Promise<void> {
    await this.wakeUntil(batch.wakesUntil);
    await this.take(batch);
  }

  /** Stores deliveries, and judges what they touch. */
  async take({ deliveries, now }: Omit<Batch, 'wakesUntil'>): Promise<void> {
    for (const [index, delivery] of deliveries.entries()) {
      await this.deliver(delivery);
      // Rules are touched several times before they are judged.
      if (index % 2 === 1) await this.#touch(now);
    }
    await this.judge(now);
  }

  /** Judges what time makes due before an instant, soon after it is. */
  async wakeUntil(instant: number): Promise<void> {
    const until = fromDate(new Date(instant));
    for (;;) {
      const next = await this.#knex('rules')
        .where('due_at', '<', until)
        .min<{ due_at: string | null }>({ due_at: 'due_at' })
        .first();
      if (!next?.due_at) return;
      const tick = Math.ceil(Date.parse(next.due_at) / TICK_MS) * TICK_MS;
      await this.#step(Math.min(tick, instant));
    }
  }

  /** Judges until nothing is due. */
  async judge(now: number): Promise<void> {
    for (;;) {
      const touched = await this.#touch(now);
      const judged = await this.#step(now);
      if (touched === 0 && judged === 0) return;
    }
  }

  async #touch(now: number): Promise<number> {
    return this.#stores.judging.touch({ now: new Date(now), limit: ALL });
  }

  async #step(now: number): Promise<number> {
    const { rules, failures } = await this.#stores.judging.judgeDue({
      now: new Date(now),
      limit: this.#rulesTogether,
      floor: EPOCH,
    });
    if (failures[0]) throw failures[0].error;
    this.judged += rules;
    return rules;
  }

  async deliver(delivery: Delivery): Promise<void> {
    const receivedAt = new Date(delivery.receivedAt);
    switch (delivery.type) {
      case 'event':
        await this.#stores.lineage.write({
          events: [prepared(delivery.body, { receivedAt })],
        });
        return;
      case 'figure': {
        const { job, metric, at, figure, key } = delivery;
        await this.#stores.measurements.write({
          measurements: [
            {
              subject: job
                ? { jobId: jobIdOf(jobOf(job)) }
                : { pipelineRef: REF },
              metric,
              dimensions: {},
              at: new Date(at),
              figure,
              ...(key !== undefined && { key }),
            },
          ],
          receivedAt,
        });
        return;
      }
      case 'alert': {
        const { fingerprint, startsAt, endsAt } = delivery;
        const alert = {
          pipelineRef: REF,
          fingerprint,
          name: 'Down',
          severity: 'critical',
          startsAt: new Date(startsAt),
          ...(endsAt !== undefined && { endsAt: new Date(endsAt) }),
        };
        await this.#stores.alerts.store({ alerts: [alert], receivedAt });
        return;
      }
      case 'review': {
        const { period, isApproved } = delivery;
        await this.#stores.reviews.add({
          review: {
            pipelineRef: REF,
            objective: 'review',
            period,
            isApproved,
            by: AUTHOR,
            at: receivedAt,
            ...(!isApproved && { comment: 'Costs are missing' }),
          },
          touchedFrom: new Date(monthOf(period, NEW_YORK).from),
          most: 100,
        });
        return;
      }
      case 'promise':
        await this.#record(delivery, receivedAt);
        return;
      default:
        await this.#exclude(delivery, receivedAt);
    }
  }

  async #exclude(
    delivery: Extract<Delivery, { from: number }>,
    at: Date,
  ): Promise<void> {
    const { from, to, objectives, monitors } = delivery;
    const { exclusions } = this.#stores;
    if (delivery.type === 'exclusion') {
      await exclusions.add({
        exclusion: {
          pipelineRef: REF,
          type: 'maintenance',
          reason: 'The warehouse moves',
          from: new Date(from),
          to: new Date(to),
          ...(objectives && { objectives }),
          ...(monitors && { monitors }),
          author: AUTHOR,
          createdAt: at,
        },
        most: 1_000,
        endAfter: EPOCH,
      });
      return;
    }
    const all = await exclusions.list({ pipelineRef: REF, limit: 1_000 });
    const found = all.find(each => +each.from === from && +each.to === to);
    if (!found) throw new Error('An exclusion that was stored is gone');
    const reason = 'It does not move';
    await exclusions.cancel({ id: found.id, by: AUTHOR, at, reason });
  }

  /** As the backend notes what the catalog says. */
  async #record(
    { spec }: Extract<Delivery, { type: 'promise' }>,
    at: Date,
  ): Promise<void> {
    const rules = rulesOf(spec);
    await this.#stores.rules.record({ pipelineRef: REF, rules, at, since: at });
    await this.#stores.pipelines.record({
      pipeline: { ref: REF, spec },
      claims: claimsOf(REF, spec),
      at,
    });
  }
}
