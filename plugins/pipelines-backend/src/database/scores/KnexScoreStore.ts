import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { State } from '../../evaluation';
import { inChunks } from '../inChunks';
import { fromDate, toDate, toOptionalDate } from '../instant';
import { EventDayRow, IntervalRow, SlotRow } from '../judging/verdictRows';
import {
  rulesTable,
  RuleVersionRow,
  ruleVersionsTable,
} from '../rules/ruleRow';
import {
  CountedRow,
  intervalsTable,
  RevisionRow,
  slotsTable,
  StandingRow,
  toStandingRule,
  toStandingVersion,
  toStoredInterval,
  toStoredRevision,
  toStoredScore,
  toStoredSlot,
} from './scoreRows';
import {
  ScoreStore,
  StandingRule,
  StandingVersion,
  StoredInterval,
  StoredRevision,
  StoredScore,
  StoredSlot,
} from './ScoreStore';

/** {@link ScoreStore} on SQLite and PostgreSQL. */
export class KnexScoreStore implements ScoreStore {
  readonly #knex: Knex;

  static async create(options: { database: DatabaseService }) {
    return new KnexScoreStore(await options.database.getClient());
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async rulesOf(options: {
    pipelineRefs: readonly string[];
  }): Promise<StandingRule[]> {
    const begun = ruleVersionsTable(this.#knex)
      .whereRaw('rule_versions.rule_id = rules.id')
      .min('from_at')
      .as('begun_at');
    const rows = await inChunks<string, StandingRow>(
      options.pipelineRefs,
      refs =>
        this.#knex('rules')
          .whereIn('pipeline_ref', refs)
          .orderBy('id')
          .select('rules.*', begun),
    );
    return rows.map(toStandingRule);
  }

  async findRule(options: {
    pipelineRef: string;
    kind: StandingRule['kind'];
    name: string;
  }): Promise<{ id: number } | undefined> {
    const { pipelineRef: pipeline_ref, kind, name } = options;
    return (
      rulesTable(this.#knex)
        .where({ pipeline_ref, kind, name })
        // Nulls come first on one engine and last on the other.
        .orderByRaw(`coalesce(ended_at, '9999') desc, id desc`)
        .first('id')
    );
  }

  async versionsOf(options: {
    pipelineRef: string;
    since: Date;
  }): Promise<StandingVersion[]> {
    const { pipelineRef, since } = options;
    const rows: RuleVersionRow[] = await this.#objectivesOf(pipelineRef)
      .join('rule_versions as v', 'v.rule_id', 'rules.id')
      .where(some =>
        some
          .whereNull('v.to_at')
          .orWhere('v.to_at', '>=', fromDate(since))
          // The last one of a promise that ended before.
          .orWhereRaw('v.to_at = rules.ended_at'),
      )
      .orderBy(['v.rule_id', 'v.from_at', 'v.id'])
      .select('v.*');
    return rows.map(toStandingVersion);
  }

  async lastVersionsOf(options: {
    ruleIds: readonly number[];
  }): Promise<StandingVersion[]> {
    const rows = await inChunks(options.ruleIds, ids =>
      ruleVersionsTable(this.#knex)
        .whereIn('rule_id', ids)
        .whereRaw(
          'id = (select x.id from rule_versions x where x.rule_id = rule_versions.rule_id order by x.from_at desc, x.id desc limit 1)',
        )
        .select(),
    );
    return rows.map(toStandingVersion);
  }

  async scoresOf(options: {
    pipelineRefs: readonly string[];
    months: readonly string[];
  }): Promise<StoredScore[]> {
    const { pipelineRefs, months } = options;
    const rows = await inChunks(pipelineRefs, refs =>
      this.#knex<CountedRow>('scores')
        .whereIn('month', [...months])
        .whereIn('pipeline_ref', refs)
        .select(
          'rule_id',
          'month',
          'pipeline_ref',
          'target',
          'tally',
          'standing',
          'counted_at',
          'revision',
        ),
    );
    return rows.map(toStoredScore);
  }

  async lastSlotsOf(options: {
    pipelineRef: string;
    now: Date;
    limit: number;
  }): Promise<{ ruleId: number; key: string; state: State }[]> {
    const { pipelineRef, limit } = options;
    const now = fromDate(options.now);
    // Where each strip begins is found in the index, so that years of slots cost
    // no more than a month of them.
    const first = this.#knex('slot_verdicts as x')
      .whereRaw('x.rule_id = rules.id')
      .where('x.expected_at', '<=', now)
      .orderBy('x.expected_at', 'desc')
      .limit(1)
      .offset(limit - 1)
      .select('x.expected_at')
      .as('first_at');
    const rows: Pick<SlotRow, 'rule_id' | 'key' | 'state'>[] = await this.#knex
      .withMaterialized(
        'strips',
        this.#objectivesOf(pipelineRef)
          .where('rules.unit', 'slots')
          .select('rules.id', first),
      )
      .from('strips')
      .join('slot_verdicts as v', join =>
        join
          .on('v.rule_id', 'strips.id')
          .andOn(
            'v.expected_at',
            '>=',
            this.#knex.raw(`coalesce(strips.first_at, '')`),
          ),
      )
      .where('v.expected_at', '<=', now)
      .orderBy(['v.rule_id', 'v.expected_at', 'v.key'])
      .select('v.rule_id', 'v.key', 'v.state');
    return rows.map(({ rule_id, key, state }) => ({
      ruleId: rule_id,
      key,
      state,
    }));
  }

  async timesOf(options: {
    pipelineRef: string;
    since: Date;
  }): Promise<{ ruleId: number; from: Date; to?: Date; state: State }[]> {
    const since = fromDate(options.since);
    const rows: IntervalRow[] = await this.#objectivesOf(options.pipelineRef)
      .where('rules.unit', 'time')
      .join('state_intervals as v', 'v.rule_id', 'rules.id')
      .where(lasting =>
        lasting.whereNull('v.to_at').orWhere('v.to_at', '>', since),
      )
      .orderBy(['v.rule_id', 'v.from_at'])
      .select('v.rule_id', 'v.from_at', 'v.to_at', 'v.state');
    return rows.map(({ rule_id, from_at, to_at, state }) => {
      const to = toOptionalDate(to_at);
      return {
        ruleId: rule_id,
        from: toDate(from_at),
        ...(to && { to }),
        state,
      };
    });
  }

  async eventsOf(options: {
    pipelineRef: string;
    sinceDay: string;
  }): Promise<{ ruleId: number; day: string; good: number; total: number }[]> {
    const { pipelineRef, sinceDay } = options;
    const rows: Pick<EventDayRow, 'rule_id' | 'day' | 'good' | 'total'>[] =
      await this.#objectivesOf(pipelineRef)
        .where('rules.unit', 'events')
        .join('event_days as v', 'v.rule_id', 'rules.id')
        .where('v.day', '>=', sinceDay)
        .orderBy(['v.rule_id', 'v.day', 'v.version_id'])
        .select('v.rule_id', 'v.day', 'v.good', 'v.total');
    return rows.map(({ rule_id, ...counted }) => ({
      ruleId: rule_id,
      ...counted,
    }));
  }

  async revisionsOf(options: {
    pipelineRef: string;
    month: string;
    limit: number;
  }): Promise<StoredRevision[]> {
    const { pipelineRef, month, limit } = options;
    const rows = await this.#knex<RevisionRow>('score_revisions')
      .where({ pipeline_ref: pipelineRef, month })
      .orderBy('id', 'desc')
      .limit(limit)
      .select();
    return rows.map(toStoredRevision);
  }

  async listSlots(options: {
    ruleId: number;
    from: Date;
    to: Date;
    limit: number;
    after?: { expectedAt: Date; key: string };
  }): Promise<StoredSlot[]> {
    const { ruleId, from, to, limit, after } = options;
    const query = slotsTable(this.#knex)
      .where({ rule_id: ruleId })
      .where('expected_at', '>=', fromDate(from))
      .where('expected_at', '<', fromDate(to))
      .orderBy(['expected_at', 'key'])
      .limit(limit);
    if (after) {
      query.whereRaw('(expected_at, key) > (?, ?)', [
        fromDate(after.expectedAt),
        after.key,
      ]);
    }
    return (await query.select()).map(toStoredSlot);
  }

  async listIntervals(options: {
    ruleId: number;
    from: Date;
    to: Date;
    limit: number;
    after?: Date;
  }): Promise<StoredInterval[]> {
    const { ruleId, to, limit, after } = options;
    const from = fromDate(options.from);
    const query = intervalsTable(this.#knex)
      .where({ rule_id: ruleId })
      .where('from_at', '<', fromDate(to))
      .where(lasting => lasting.whereNull('to_at').orWhere('to_at', '>', from))
      .orderBy('from_at')
      .limit(limit);
    if (after) query.where('from_at', '>', fromDate(after));
    return (await query.select()).map(toStoredInterval);
  }

  #objectivesOf(pipelineRef: string) {
    return this.#knex('rules').where({
      'rules.pipeline_ref': pipelineRef,
      'rules.kind': 'objective',
    });
  }
}
