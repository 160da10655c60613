import { DatabaseService } from '@backstage/backend-plugin-api';
import { PipelineSpec } from '@techflow/backstage-plugin-pipelines-common';
import { Knex } from 'knex';
import { Verdict } from '../../evaluation';
import { inChunks } from '../inChunks';
import { fromDate } from '../instant';
import { IntervalRow, SlotRow } from '../judging/verdictRows';
import { addedUp } from './addedUp';
import { CHECK_SUMS } from './checkSums';
import { identityOf } from './identityOf';
import {
  Among,
  CheckSum,
  PipelineIdentity,
  PipelineSum,
  PortfolioStore,
} from './PortfolioStore';
import { intervalsTable, slotsTable } from './scoreRows';

type PipelineRow = {
  pipeline_ref: string;
  title: string | null;
  owner_ref: string | null;
  system_ref: string | null;
  criticality: PipelineIdentity['criticality'] | null;
  /** JSON; only of rows that lack the columns before. */
  spec: string | null;
};

type PipelineSumRow = CheckSum & { pipeline_ref: string; month: string };

type UnsignedRow = {
  pipeline_ref: string;
  objective: string;
  period: string;
  expected_at: string;
};

function toIdentity(row: PipelineRow): PipelineIdentity {
  const { pipeline_ref: ref, title, owner_ref, system_ref } = row;
  const titled = { ref, ...(title !== null && { title }) };
  if (row.spec !== null || owner_ref === null || row.criticality === null) {
    return identityOf({ ...titled, spec: JSON.parse(row.spec ?? '{}') });
  }
  return {
    ...titled,
    owner: owner_ref,
    ...(system_ref !== null && { system: system_ref }),
    criticality: row.criticality,
  };
}

function verdictsOf(
  rows: readonly { rule_id: number; verdict: string }[],
): Map<number, Verdict> {
  return new Map(
    rows.map(({ rule_id, verdict }) => [rule_id, JSON.parse(verdict)]),
  );
}

/** {@link PortfolioStore} on SQLite and PostgreSQL. */
export class KnexPortfolioStore implements PortfolioStore {
  readonly #knex: Knex;

  static async create(options: { database: DatabaseService }) {
    return new KnexPortfolioStore(await options.database.getClient());
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async pipelines(): Promise<PipelineIdentity[]> {
    const rows: PipelineRow[] = await this.#knex('pipelines')
      .orderBy('pipeline_ref')
      .select(
        'pipeline_ref',
        'title',
        'owner_ref',
        'system_ref',
        'criticality',
        // Those recorded before these columns were.
        this.#knex.raw(
          'case when owner_ref is null or criticality is null then spec end as spec',
        ),
      );
    return rows.map(toIdentity);
  }

  async specsOf(options: {
    refs: readonly string[];
  }): Promise<Map<string, PipelineSpec>> {
    const rows = await inChunks<string, { pipeline_ref: string; spec: string }>(
      options.refs,
      refs =>
        this.#knex('pipelines')
          .whereIn('pipeline_ref', refs)
          .select('pipeline_ref', 'spec'),
    );
    return new Map(
      rows.map(({ pipeline_ref, spec }) => [pipeline_ref, JSON.parse(spec)]),
    );
  }

  async sums(
    options: Among & { months: readonly string[] },
  ): Promise<PipelineSum[]> {
    const rows = await this.#among(options, refs =>
      this.#scoresOf(refs)
        .whereIn('s.month', [...options.months])
        .groupBy('s.pipeline_ref', 's.month')
        .select<PipelineSumRow[]>(
          's.pipeline_ref',
          's.month',
          this.#knex.raw(CHECK_SUMS),
        ),
    );
    return rows.map(({ pipeline_ref, ...sum }) => ({
      pipelineRef: pipeline_ref,
      ...sum,
    }));
  }

  async total(
    options: Among & { month: string },
  ): Promise<CheckSum | undefined> {
    const rows = await this.#among(options, refs =>
      this.#scoresOf(refs)
        .where('s.month', options.month)
        // A sum of nothing is no row, not one of nulls.
        .groupBy('s.month')
        .select<CheckSum[]>(this.#knex.raw(CHECK_SUMS)),
    );
    return rows.length > 0 ? addedUp(rows) : undefined;
  }

  async unsigned(
    options: Among & { months: readonly string[]; limit: number },
  ): Promise<{ pipelineRef: string; objective: string; period: string }[]> {
    const { months, limit } = options;
    const rows = await this.#among(options, refs => {
      const reviews = this.#knex('rules as r')
        .join('scores as s', 's.rule_id', 'r.id')
        .where('r.type', 'review')
        .whereNull('r.ended_at')
        .whereIn('s.month', [...months])
        .where('s.missed', '>', 0)
        .select('r.pipeline_ref', 'r.name', 's.rule_id', 's.month');
      // First which months may have some, so that the slots of all others, which
      // are many more, are not looked at.
      return this.#knex
        .withMaterialized(
          'reviews',
          this.#ofRecorded(reviews, 'r.pipeline_ref', refs),
        )
        .from('reviews')
        .join('slot_verdicts as v', join =>
          join
            .on('v.rule_id', 'reviews.rule_id')
            .andOn('v.month', 'reviews.month'),
        )
        .where('v.state', 'missed')
        .where('v.verdict', 'like', '%"reason":"unsigned"%')
        .orderBy('v.expected_at', 'desc')
        .orderBy('reviews.pipeline_ref')
        .limit(limit)
        .select<UnsignedRow[]>(
          'reviews.pipeline_ref',
          'reviews.name as objective',
          'v.key as period',
          'v.expected_at',
        );
    });
    return (
      rows
        // Those asked for in several statements are in order each by itself.
        .sort((a, b) => (a.expected_at < b.expected_at ? 1 : -1))
        .slice(0, limit)
        .map(({ pipeline_ref, objective, period }) => ({
          pipelineRef: pipeline_ref,
          objective,
          period,
        }))
    );
  }

  async lastSlotsIn(options: {
    ruleIds: readonly number[];
    month: string;
  }): Promise<Map<number, Verdict>> {
    const { ruleIds, month } = options;
    const rows = await inChunks(ruleIds, ids =>
      slotsTable(this.#knex)
        .whereIn(
          ['rule_id', 'expected_at'],
          slotsTable(this.#knex)
            .whereIn('rule_id', ids)
            .where({ month })
            .groupBy('rule_id')
            .select('rule_id', this.#knex.raw('max(expected_at)')),
        )
        .select<Pick<SlotRow, 'rule_id' | 'verdict'>[]>('rule_id', 'verdict'),
    );
    return verdictsOf(rows);
  }

  async standingBefore(options: {
    ruleIds: readonly number[];
    instant: Date;
  }): Promise<Map<number, Verdict>> {
    const { ruleIds, instant } = options;
    const rows = await inChunks(ruleIds, ids =>
      intervalsTable(this.#knex)
        .whereIn('rule_id', ids)
        .whereRaw(
          `from_at = (select max(x.from_at) from state_intervals x
            where x.rule_id = state_intervals.rule_id and x.from_at < ?)`,
          [fromDate(instant)],
        )
        .select<Pick<IntervalRow, 'rule_id' | 'verdict'>[]>(
          'rule_id',
          'verdict',
        ),
    );
    return verdictsOf(rows);
  }

  /** Asks about some pipelines a thousand at a time, or about all at once. */
  async #among<TRow>(
    { refs }: Among,
    ask: (some?: readonly string[]) => PromiseLike<readonly TRow[]>,
  ): Promise<TRow[]> {
    return refs ? inChunks(refs, ask) : [...(await ask())];
  }

  #scoresOf(refs?: readonly string[]) {
    return this.#ofRecorded(this.#knex('scores as s'), 's.pipeline_ref', refs);
  }

  #ofRecorded(
    query: Knex.QueryBuilder,
    column: string,
    refs?: readonly string[],
  ): Knex.QueryBuilder {
    return refs
      ? query.whereIn(column, refs)
      : query.whereIn(column, this.#knex('pipelines').select('pipeline_ref'));
  }
}
