import { PipelineSpec } from '@techflow/backstage-plugin-pipelines-common';
import { Knex } from 'knex';
import { profitSpec } from '../../../__testUtils__/profit';
import { Rule, rulesOf, State, Tally, Verdict } from '../../../evaluation';
import { fromDate } from '../../instant';
import { slicesOf } from '../../slicesOf';

type Objective = NonNullable<PipelineSpec['sla']>['objectives'][number];
type Monitor = NonNullable<PipelineSpec['monitors']>[number];

export const MET: Verdict = { state: 'met', evidence: { type: 'none' } };
export const LATE: Verdict = {
  state: 'missed',
  reason: 'late',
  evidence: { type: 'none' },
};

/** An instant of November 2026. */
export function november(day: number, hour = 0): Date {
  return new Date(Date.UTC(2026, 10, day, hour));
}

/** The full reference of a pipeline. */
export function refOf(name: string): string {
  return `pipeline:default/${name}`;
}

/** A spec with these promises, months of which are those of a zone. */
export function specWith(
  objectives: Objective[],
  options: { timeZone?: string; monitors?: Monitor[] } = {},
): PipelineSpec {
  const { timeZone = 'UTC', monitors } = options;
  return profitSpec({
    ...(objectives.length > 0 && { sla: { timeZone, objectives } }),
    ...(monitors && { monitors }),
  });
}

/** Counts of a promise with one target. */
export function tallyOf(counts: Partial<Tally> & { target?: number }): Tally {
  const { target = 100, ...rest } = counts;
  const { met = 0, missed = 0 } = rest;
  return {
    unit: 'slots',
    parts: [{ target, met, missed }],
    met,
    missed,
    open: 0,
    excluded: 0,
    expected: met + missed,
    judged: met + missed,
    noBaseline: 0,
    exclusionIds: [],
    ...rest,
  };
}

/** A rule, as a test gives it. */
export interface RuleGiven {
  rule: Rule;
  unit?: 'slots' | 'time' | 'events';
  current?: Verdict;
  since?: Date;
  nextDueAt?: Date;
  endedAt?: Date;
  begunAt?: Date;
}

/** A slot, as a test gives it. */
export interface SlotGiven {
  ruleId: number;
  key?: string;
  expectedAt: Date;
  verdict?: Verdict;
}

/** A score, as a test gives it. */
export interface ScoreGiven {
  ruleId: number;
  ref: string;
  month?: string;
  state: State;
  tally: Tally;
  target?: number;
  standing?: State;
  countedAt?: Date;
  revision?: number;
}

async function insertAll(knex: Knex, table: string, rows: object[]) {
  for (const some of slicesOf(rows)) await knex(table).insert(some);
}

/** Writes what judging would, for tests of reading. */
export function seedingOf(knex: Knex) {
  const optional = (date: Date | undefined) => (date ? fromDate(date) : null);
  const seeding = {
    async pipeline(
      name: string,
      spec: PipelineSpec,
      known: { title?: string; owner?: string; system?: string } = {},
    ): Promise<string> {
      const ref = refOf(name);
      await knex('pipelines').insert({
        pipeline_ref: ref,
        spec: JSON.stringify(spec),
        recorded_at: fromDate(november(1)),
        title: known.title ?? null,
        owner_ref: known.owner ?? null,
        system_ref: known.system ?? null,
        criticality: known.owner ? spec.criticality : null,
      });
      return ref;
    },

    async rule(ref: string, given: RuleGiven): Promise<number> {
      const { rule, unit = 'slots', begunAt = november(1) } = given;
      const [{ id }] = await knex('rules')
        .insert({
          pipeline_ref: ref,
          kind: rule.kind,
          name: rule.spec.id,
          type: rule.spec.type,
          unit,
          current: given.current ? JSON.stringify(given.current) : null,
          since: optional(given.since),
          next_due_at: optional(given.nextDueAt),
          next_slot: given.nextDueAt ? fromDate(given.nextDueAt) : null,
          recorded_at: fromDate(begunAt),
          ended_at: optional(given.endedAt),
        })
        .returning('id');
      await seeding.version(id, rule, { from: begunAt, to: given.endedAt });
      return id;
    },

    async version(
      ruleId: number,
      rule: Rule,
      { from, to }: { from: Date; to?: Date },
    ): Promise<void> {
      await knex('rule_versions').insert({
        rule_id: ruleId,
        rule: JSON.stringify(rule),
        from_at: fromDate(from),
        to_at: optional(to),
      });
    },

    async slots(given: SlotGiven[]): Promise<void> {
      const rows = given.map(({ ruleId, key, expectedAt, verdict = MET }) => {
        const at = fromDate(expectedAt);
        return {
          rule_id: ruleId,
          key: key ?? at,
          expected_at: at,
          due_at: at,
          month: at.slice(0, 7),
          day: at.slice(0, 10),
          state: verdict.state,
          verdict: JSON.stringify(verdict),
          exclusion_ids: '[]',
          version_id: 1,
          target: 100,
        };
      });
      await insertAll(knex, 'slot_verdicts', rows);
    },

    async interval(
      ruleId: number,
      verdict: Verdict,
      from: Date,
      to?: Date,
    ): Promise<void> {
      await knex('state_intervals').insert({
        rule_id: ruleId,
        from_at: fromDate(from),
        to_at: optional(to),
        state: verdict.state,
        verdict: JSON.stringify(verdict),
        exclusion_ids: '[]',
        version_id: 1,
        target: 99,
      });
    },

    async scores(given: ScoreGiven[]): Promise<void> {
      const rows = given.map(({ tally, ...score }) => ({
        rule_id: score.ruleId,
        month: score.month ?? '2026-11',
        pipeline_ref: score.ref,
        state: score.state,
        unit: tally.unit,
        target: score.target ?? 100,
        met: tally.met,
        missed: tally.missed,
        open: tally.open,
        excluded: tally.excluded,
        expected: tally.expected,
        judged: tally.judged,
        tally: JSON.stringify(tally),
        standing: score.standing ?? null,
        counted_at: fromDate(score.countedAt ?? november(20)),
        revision: score.revision ?? 0,
      }));
      await insertAll(knex, 'scores', rows);
    },
  };
  return seeding;
}

/** The rules of a spec by kind and id, such as `objective:fresh`. */
export function rulesIn(spec: PipelineSpec): (name: string) => Rule {
  return name => {
    const found = rulesOf(spec).find(
      ({ kind, spec: { id } }) => `${kind}:${id}` === name,
    );
    if (!found) throw new Error(`There is no ${name}`);
    return found;
  };
}
