import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  IntervalsPage,
  MonthScore,
  ObjectiveSla,
  PipelineSla,
  PipelineSpec,
  Score,
  ScoreMonth,
  SlotsPage,
} from '@techflow/backstage-plugin-pipelines-common';
import { identityOf } from '../database/scores/identityOf';
import { PipelineIdentity } from '../database/scores/PortfolioStore';
import { StandingRule } from '../database/scores/ScoreStore';
import { monthOf, rulesOf } from '../evaluation';
import { hashOf } from '../ingest/hashOf';
import { checksOf } from './answers/checksOf';
import { changesOf } from './answers/changesOf';
import { toJudgedInterval, toJudgedSlot, toRevision } from './answers/pages';
import { scoreIn } from './answers/scoreIn';
import { toMonitorSla, toObjectiveSla } from './answers/toObjectiveSla';
import { groupedBy } from './groupedBy';
import { closesAt, monthAt, monthsUntil } from './months';
import { promisesOf, ruleOf } from './promisesOf';
import { SlaAnswerOptions } from './SlaAnswerOptions';
import { Tempo } from './Tempo';

/** The month asked for, and the three before. */
const MONTHS = 4;
const STRIP = 30;
const REVISIONS = 200;

/** Of whom and when something is asked. */
interface Asked {
  pipelineRef: string;
  credentials: BackstageCredentials;
}

/** Where a list of what was judged begins and ends. */
interface Stretch<TPosition> {
  from: Date;
  to: Date;
  limit: number;
  after?: TPosition;
}

/** Says how one pipeline keeps its promises, to readers who may see it. */
export class SlaService {
  readonly #options: SlaAnswerOptions;

  constructor(options: SlaAnswerOptions) {
    this.#options = options;
  }

  /**
   * How the pipeline keeps its promises in a month; without one, in that which
   * runs in the zone of its SLA.
   *
   * @throws NotFoundError, NotAllowedError
   */
  async get(options: Asked & { month?: string }): Promise<{
    sla: PipelineSla;
    /** Whose it is, for files; absent before it was recorded. */
    identity?: PipelineIdentity;
  }> {
    const { pipelineRef } = options;
    const { access, portfolio, now: clock } = this.#options;
    // What was recorded has passed its schema, whatever the catalog has now.
    const [entity, specs] = await Promise.all([
      access.authorize({ ref: pipelineRef, credentials: options.credentials }),
      portfolio.specsOf({ refs: [pipelineRef] }),
    ]);
    const spec = specs.get(pipelineRef);
    const now = clock();
    const month = this.#monthOf(spec, options.month, now);
    const { title } = entity.metadata;
    return {
      sla: await this.#read({ pipelineRef, spec, month, now }),
      ...(spec && {
        identity: identityOf({
          ref: pipelineRef,
          ...(title && { title }),
          spec,
        }),
      }),
    };
  }

  /**
   * Slots of a promise, by expected time.
   *
   * @throws NotFoundError if there is no such promise, NotAllowedError
   */
  async slots(
    options: Asked &
      Stretch<{ expectedAt: Date; key: string }> & { objective: string },
  ): Promise<SlotsPage> {
    const { objective: name, from, to, limit, after } = options;
    const ruleId = await this.#ruleId({ ...options, kind: 'objective', name });
    const found = await this.#options.scores.listSlots({
      ruleId,
      from,
      to,
      limit: limit + 1,
      ...(after && { after }),
    });
    const items = found.slice(0, limit).map(toJudgedSlot);
    const last = items[items.length - 1];
    return {
      items,
      ...(found.length > limit && {
        nextCursor: `${last.expectedAt}_${last.key}`,
      }),
    };
  }

  /**
   * Times in each state of a promise about time or events, or of a monitor.
   *
   * @throws NotFoundError if there is no such rule, NotAllowedError
   */
  async intervals(
    options: Asked & Stretch<Date> & Pick<StandingRule, 'kind' | 'name'>,
  ): Promise<IntervalsPage> {
    const { from, to, limit, after } = options;
    const ruleId = await this.#ruleId(options);
    const found = await this.#options.scores.listIntervals({
      ruleId,
      from,
      to,
      limit: limit + 1,
      ...(after && { after }),
    });
    const items = found.slice(0, limit).map(toJudgedInterval);
    return {
      items,
      ...(found.length > limit && { nextCursor: items[limit - 1].from }),
    };
  }

  async #ruleId(
    options: Asked & Pick<StandingRule, 'kind' | 'name'>,
  ): Promise<number> {
    const { pipelineRef, credentials, kind, name } = options;
    const { access, scores } = this.#options;
    await access.authorize({ ref: pipelineRef, credentials });
    const rule = await scores.findRule({ pipelineRef, kind, name });
    if (!rule) {
      throw new NotFoundError(`${pipelineRef} has no ${kind} '${name}'`);
    }
    return rule.id;
  }

  #monthOf(
    spec: PipelineSpec | undefined,
    asked: string | undefined,
    now: Date,
  ): ScoreMonth {
    const timeZone = spec?.sla?.timeZone ?? 'UTC';
    const month = asked ?? monthAt(now, timeZone);
    const { from, to } = monthOf(month, timeZone);
    const closing = closesAt(month, timeZone, this.#options.closeAfterDays);
    return {
      month,
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      timeZone,
      closesAt: new Date(closing).toISOString(),
      isClosed: +now >= closing,
    };
  }

  async #read(options: {
    pipelineRef: string;
    spec?: PipelineSpec;
    month: ScoreMonth;
    now: Date;
  }): Promise<PipelineSla> {
    const { pipelineRef, spec, month, now } = options;
    const { scores: store, exclusionsTouching } = this.#options;
    const { timeZone } = month;
    const months = monthsUntil(month.month, MONTHS);
    const from = new Date(month.from);
    const to = new Date(month.to);
    const one = { pipelineRef };
    const tempo = new Tempo({ store, pipelineRef, timeZone, now });
    const [rules, versions, scores, strip, exclusions, revisions] =
      await Promise.all([
        store.rulesOf({ pipelineRefs: [pipelineRef] }),
        store.versionsOf({ ...one, since: from }),
        store.scoresOf({ pipelineRefs: [pipelineRef], months }),
        store.lastSlotsOf({ ...one, now, limit: STRIP }),
        exclusionsTouching({ ...one, from, to }),
        store.revisionsOf({
          ...one,
          month: month.month,
          limit: REVISIONS,
        }),
        tempo.read(),
      ]);
    const said = spec ? rulesOf(spec) : [];
    const promises = promisesOf({
      said: said.flatMap(each =>
        each.kind === 'objective' ? [each.spec] : [],
      ),
      rules,
      last: new Map(versions.map(each => [each.ruleId, each.rule])),
      scored: new Set(scores.map(({ ruleId }) => ruleId)),
    });
    const strips = groupedBy(strip, ({ ruleId }) => ruleId);
    const scoreOf = (rule: StandingRule | undefined, label: string) => {
      const stored = scores.find(
        each => each.ruleId === rule?.id && each.month === label,
      );
      return (
        stored &&
        scoreIn({
          stored,
          month: monthOf(label, timeZone),
          ...(rule?.endedAt && { endedAt: rule.endedAt }),
          now,
        })
      );
    };
    const objectives = promises.map(
      ({ spec: objective, rule }): ObjectiveSla => {
        const states = rule && strips.get(rule.id);
        const rates = rule && tempo.ratesOf(rule, objective);
        return {
          ...toObjectiveSla({ spec: objective, ...(rule && { rule }) }),
          months: months.map((label): MonthScore => {
            const score = scoreOf(rule, label);
            return { month: label, ...(score && { score }) };
          }),
          ...(rates && { burnRate: rates }),
          ...(states && {
            strip: states.map(({ key, state }) => ({ key, state })),
          }),
        };
      },
    );
    const inMonth = (index: number): Score[] =>
      objectives.flatMap(each => each.months[index].score ?? []);
    const before = inMonth(1);
    const judgedSince = rules
      .filter(({ kind, current }) => kind === 'objective' && current)
      .flatMap(({ begunAt }) => begunAt?.toISOString() ?? [])
      .sort()[0];
    return {
      pipelineRef,
      signalId: hashOf(pipelineRef),
      month,
      ...(judgedSince && { judgedSince }),
      checks: checksOf(inMonth(0)),
      ...(before.length > 0 && { checksBefore: checksOf(before) }),
      objectives,
      monitors: said.flatMap(each => {
        if (each.kind !== 'monitor') return [];
        const rule = ruleOf(rules, 'monitor', each.spec);
        return [toMonitorSla({ spec: each.spec, ...(rule && { rule }) })];
      }),
      exclusions: [...exclusions],
      revisions: revisions.map(toRevision),
      changes: changesOf(versions, { from: +from, to: +to }),
    };
  }
}
