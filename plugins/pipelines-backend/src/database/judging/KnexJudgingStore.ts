import { DatabaseService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Knex } from 'knex';
import { rowsOf } from '../withRows';
import { inTransaction } from '../inTransaction';
import { RuleVersions } from '../rules/RuleVersions';
import { touchRules } from '../rules/touchRules';
import { fromDate } from '../instant';
import { claimDue } from './claimDue';
import { gatherFacts } from './gatherFacts';
import { JudgedRule, judgeRule } from './judgeRule';
import { JudgedStep, JudgingStore } from './JudgingStore';
import { OpenedRule, openWindows } from './openWindows';
import { putOff, saveRules } from './saveRules';
import { saveScores } from './saveScores';
import { saveVerdicts } from './saveVerdicts';

const NOTHING: JudgedStep = { rules: 0, pipelineRefs: [], failures: [] };
const PUT_OFF_MS = 10 * 60_000;

/** Whether time alone made it due, or it was never judged. */
function isByTime({ row }: OpenedRule, now: string): boolean {
  return (
    row.judged_at === null || (row.score_at !== null && row.score_at <= now)
  );
}

/** {@link JudgingStore} on SQLite and PostgreSQL. */
export class KnexJudgingStore implements JudgingStore {
  readonly #knex: Knex;
  readonly #closeAfterDays: number;
  readonly #versions = new RuleVersions();

  static async create(options: {
    database: DatabaseService;
    /** Days after its end at which a month closes. */
    closeAfterDays: number;
  }) {
    const knex = await options.database.getClient();
    return new KnexJudgingStore(knex, options.closeAfterDays);
  }

  private constructor(knex: Knex, closeAfterDays: number) {
    this.#knex = knex;
    this.#closeAfterDays = closeAfterDays;
  }

  async isAnythingDue({ now }: { now: Date }): Promise<boolean> {
    const found = await rowsOf(
      this.#knex.raw(
        `select 1 as due where exists (select 1 from arrivals)
          or exists (select 1 from rules where due_at <= ?)`,
        [fromDate(now)],
      ),
    );
    return found.length > 0;
  }

  async touch(options: { now: Date; limit: number }): Promise<number> {
    return inTransaction(this.#knex, transaction =>
      touchRules(transaction, options),
    );
  }

  async judgeDue(options: {
    now: Date;
    limit: number;
    floor: Date;
  }): Promise<JudgedStep> {
    try {
      return await inTransaction(this.#knex, transaction =>
        this.#judge(transaction, options),
      );
    } catch (error) {
      return options.limit > 1
        ? this.#judgeEach(options)
        : this.#putOffFirst(options.now, toError(error));
    }
  }

  async deleteReceiptsBefore(options: {
    before: Date;
    limit: number;
  }): Promise<number> {
    const gone = this.#knex('receipts')
      .where('at', '<', fromDate(options.before))
      .orderBy('at')
      .limit(options.limit)
      .select('pipeline_ref', 'metric', 'at');
    return this.#knex('receipts')
      .whereIn(['pipeline_ref', 'metric', 'at'], gone)
      .delete();
  }

  /** One of them cannot be stored: each by itself, so that others are judged. */
  async #judgeEach(options: {
    now: Date;
    limit: number;
    floor: Date;
  }): Promise<JudgedStep> {
    let all = NOTHING;
    for (let count = 0; count < options.limit; count += 1) {
      const step = await this.judgeDue({ ...options, limit: 1 });
      if (step.rules === 0) break;
      all = {
        rules: all.rules + step.rules,
        pipelineRefs: [...all.pipelineRefs, ...step.pipelineRefs],
        failures: [...all.failures, ...step.failures],
      };
    }
    return all;
  }

  async #putOffFirst(now: Date, error: Error): Promise<JudgedStep> {
    return inTransaction(this.#knex, async transaction => {
      const due = await claimDue(transaction, {
        now,
        limit: 1,
        versions: this.#versions,
      });
      await putOff(
        transaction,
        due.map(({ row }) => row.id),
        +now + PUT_OFF_MS,
      );
      return {
        rules: due.length,
        pipelineRefs: [],
        failures: due.map(({ row }) => ({
          pipelineRef: row.pipeline_ref,
          rule: `${row.kind} ${row.name}`,
          error,
        })),
      };
    });
  }

  async #judge(
    transaction: Knex.Transaction,
    options: { now: Date; limit: number; floor: Date },
  ): Promise<JudgedStep> {
    const now = +options.now;
    const due = await claimDue(transaction, {
      ...options,
      versions: this.#versions,
    });
    if (due.length === 0) return NOTHING;
    const opened = await openWindows(transaction, due, {
      floor: +options.floor,
    });
    const facts = await gatherFacts(transaction, opened);
    const judged: JudgedRule[] = [];
    const failed: { opened: OpenedRule; error: Error }[] = [];
    for (const each of opened) {
      const known = facts.get(each.row.id);
      if (!known) continue;
      try {
        judged.push(judgeRule(each, known, now));
      } catch (error) {
        failed.push({ opened: each, error: toError(error) });
      }
    }
    const changed = await saveVerdicts(transaction, judged);
    const nowText = fromDate(options.now);
    const isCounted = ({ opened: each }: JudgedRule) =>
      changed.has(each.row.id) || isByTime(each, nowText);
    const changesAt = await saveScores(transaction, judged.filter(isCounted), {
      now,
      closeAfterDays: this.#closeAfterDays,
    });
    await saveRules(
      transaction,
      judged.map(each => {
        const { id, score_at } = each.opened.row;
        const kept = score_at === null ? undefined : Date.parse(score_at);
        const scoreAt = isCounted(each) ? changesAt.get(id) : kept;
        return { judged: each, ...(scoreAt !== undefined && { scoreAt }) };
      }),
      now,
    );
    await putOff(
      transaction,
      failed.map(({ opened: { row } }) => row.id),
      now + PUT_OFF_MS,
    );
    const different = judged.filter(
      ({ opened: { row }, current }) =>
        changed.has(row.id) || row.current !== current,
    );
    return {
      rules: due.length,
      pipelineRefs: [
        ...new Set(different.map(each => each.opened.row.pipeline_ref)),
      ],
      failures: failed.map(({ opened: { row }, error }) => ({
        pipelineRef: row.pipeline_ref,
        rule: `${row.kind} ${row.name}`,
        error,
      })),
    };
  }
}
