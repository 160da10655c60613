import type {
  Objective,
  ScorecardObjective,
} from '@techflow/backstage-plugin-pipelines-common';
import { StandingRule, StoredScore } from '../../database/scores/ScoreStore';
import { monthOf, Period, Rule, Verdict } from '../../evaluation';
import { scoreIn } from '../answers/scoreIn';
import { toObjectiveSla } from '../answers/toObjectiveSla';
import { toVerdict } from '../answers/toVerdict';
import { groupedBy } from '../groupedBy';
import { promisesOf } from '../promisesOf';
import { SlaAnswerOptions } from '../SlaAnswerOptions';

/** What the promises of a pipeline came to in a month of its zone. */
export interface PipelineMonth {
  readonly month: Period;
  readonly objectives: readonly ScorecardObjective[];
}

interface Known {
  readonly month: Period;
  readonly said: readonly Objective[];
  readonly rules: readonly StandingRule[];
  readonly scores: readonly StoredScore[];
}

/** Reads what a few hundred pipelines promised, and what became of it. */
export class ScorecardDetails {
  readonly #options: Pick<SlaAnswerOptions, 'scores' | 'portfolio' | 'now'>;

  constructor(options: Pick<SlaAnswerOptions, 'scores' | 'portfolio' | 'now'>) {
    this.#options = options;
  }

  /** Promises that have a score in the month, by pipeline. */
  async read(options: {
    refs: readonly string[];
    month: string;
  }): Promise<Map<string, PipelineMonth>> {
    const { refs, month } = options;
    const { scores: store, portfolio } = this.#options;
    const now = this.#options.now();
    const [specs, rules, scores] = await Promise.all([
      portfolio.specsOf({ refs }),
      store.rulesOf({ pipelineRefs: refs }),
      store.scoresOf({ pipelineRefs: refs, months: [month] }),
    ]);
    const monthIn = monthsByZone(month);
    const rulesBy = groupedBy(rules, ({ pipelineRef }) => pipelineRef);
    const scoresBy = groupedBy(scores, ({ pipelineRef }) => pipelineRef);
    const known = new Map(
      [...specs].map(([ref, spec]): [string, Known] => [
        ref,
        {
          month: monthIn(spec.sla?.timeZone ?? 'UTC'),
          said: spec.sla?.objectives ?? [],
          rules: rulesBy.get(ref) ?? [],
          scores: scoresBy.get(ref) ?? [],
        },
      ]),
    );
    const all = [...known.values()];
    const [last, ends] = await Promise.all([
      this.#lastOf(all),
      this.#endsOf(all, now),
    ]);
    return new Map(
      [...known].map(([ref, each]) => [
        ref,
        {
          month: each.month,
          objectives: objectivesOf({ known: each, last, ends, now }),
        },
      ]),
    );
  }

  /** What those said last that are in no spec any more. */
  async #lastOf(all: readonly Known[]): Promise<Map<number, Rule>> {
    const gone = all.flatMap(({ said, rules, scores }) => {
      const names = new Set(said.map(({ type, id }) => `${type} ${id}`));
      const scored = new Set(scores.map(({ ruleId }) => ruleId));
      return rules.filter(
        ({ id, type, name }) => scored.has(id) && !names.has(`${type} ${name}`),
      );
    });
    const versions = await this.#options.scores.lastVersionsOf({
      ruleIds: gone.map(({ id }) => id),
    });
    return new Map(versions.map(({ ruleId, rule }) => [ruleId, rule]));
  }

  /** Of months that are over: how each promise stood at their end. */
  async #endsOf(
    all: readonly Known[],
    now: Date,
  ): Promise<Map<number, Verdict>> {
    const { portfolio } = this.#options;
    const over = all.filter(({ month }) => month.to <= +now);
    const ids = (some: readonly Known[], isSlots: boolean) =>
      some.flatMap(({ scores }) =>
        scores
          .filter(({ tally }) => (tally.unit === 'slots') === isSlots)
          .map(({ ruleId }) => ruleId),
      );
    const [first] = over;
    if (!first) return new Map();
    const ends = await portfolio.lastSlotsIn({
      ruleIds: ids(over, true),
      month: first.month.label,
    });
    // The month ends at another instant in each zone; there are few.
    for (const instant of new Set(over.map(({ month }) => month.to))) {
      const some = over.filter(({ month }) => month.to === instant);
      const found = await portfolio.standingBefore({
        ruleIds: ids(some, false),
        instant: new Date(instant),
      });
      found.forEach((verdict, id) => ends.set(id, verdict));
    }
    return ends;
  }
}

function monthsByZone(label: string): (timeZone: string) => Period {
  const known = new Map<string, Period>();
  return timeZone => {
    const month = known.get(timeZone) ?? monthOf(label, timeZone);
    known.set(timeZone, month);
    return month;
  };
}

function objectivesOf(options: {
  known: Known;
  last: ReadonlyMap<number, Rule>;
  ends: ReadonlyMap<number, Verdict>;
  now: Date;
}): ScorecardObjective[] {
  const { known, last, ends, now } = options;
  const { month, said, rules, scores } = known;
  const isOver = month.to <= +now;
  const promises = promisesOf({
    said,
    rules,
    last,
    scored: new Set(scores.map(({ ruleId }) => ruleId)),
  });
  return promises.flatMap(({ spec, rule }): ScorecardObjective[] => {
    const stored = scores.find(({ ruleId }) => ruleId === rule?.id);
    if (!stored) return [];
    const endedAt = rule?.endedAt;
    const { id, type, title, current, dueAt } = toObjectiveSla({
      spec,
      ...(rule && { rule }),
    });
    const end = ends.get(stored.ruleId);
    const verdict = isOver ? end && toVerdict(end) : current;
    return [
      {
        id,
        type,
        ...(title && { title }),
        ...(verdict && { current: verdict }),
        ...(dueAt && !isOver && { dueAt }),
        score: scoreIn({ stored, month, ...(endedAt && { endedAt }), now }),
      },
    ];
  });
}
