import { isDeepStrictEqual } from 'node:util';
import { Knex } from 'knex';
import { zoneOf } from '../../database/judging/claimDue';
import { gatherFacts } from '../../database/judging/gatherFacts';
import { JudgedRule, judgeRule } from '../../database/judging/judgeRule';
import { ScoreRow } from '../../database/judging/scoreRow';
import {
  EventDayRow,
  IntervalRow,
  SlotRow,
} from '../../database/judging/verdictRows';
import { RuleRow, rulesTable } from '../../database/rules/ruleRow';
import { RuleVersions } from '../../database/rules/RuleVersions';
import {
  countedIntervals,
  countedSlots,
  dayCounts,
  kindOf,
  Period,
  periodsBetween,
  scoreOf,
  Tally,
  tallyOf,
} from '../../evaluation';

/** How what is stored differs from the same judged from scratch. */
export interface Comparison {
  /** A few, in words. */
  readonly differences: readonly string[];
  /** How many verdicts were compared, by state. */
  readonly verdicts: Readonly<Record<string, number>>;
  readonly months: number;
  readonly days: number;
}

const MOST_SHOWN = 12;

/** Every rule, judged once by all that is stored. */
async function judgedFromScratch(
  transaction: Knex.Transaction,
  now: number,
): Promise<JudgedRule[]> {
  const rows = await rulesTable(transaction).orderBy('id').select();
  const versions = await new RuleVersions().of(
    transaction,
    rows.map(({ id }) => id),
  );
  const opened = rows.map(row => ({
    row,
    versions: versions.get(row.id) ?? [],
    touchedFrom: 0,
    from: 0,
    stored: [],
  }));
  const facts = await gatherFacts(transaction, opened);
  return opened.flatMap(each => {
    const known = facts.get(each.row.id);
    return known ? [judgeRule(each, known, now)] : [];
  });
}

class Differences {
  readonly found: string[] = [];

  add(what: string, stored: unknown, expected: unknown): void {
    this.found.push(
      `${what}:\n  stored   ${JSON.stringify(
        stored,
      )}\n  expected ${JSON.stringify(expected)}`,
    );
  }

  /** Two lists of rows, each named by a column or several. */
  compare<TRow>(
    what: string,
    {
      stored,
      expected,
      nameOf,
    }: {
      stored: readonly TRow[];
      expected: readonly TRow[];
      nameOf: (row: TRow) => string;
    },
  ): void {
    const byName = new Map(stored.map(row => [nameOf(row), row]));
    for (const row of expected) {
      const name = nameOf(row);
      const other = byName.get(name);
      byName.delete(name);
      if (!isDeepStrictEqual({ ...other }, { ...row })) {
        this.add(`${what} ${name}`, other, row);
      }
    }
    byName.forEach((row, name) => this.add(`${what} ${name}`, row, undefined));
  }
}

/** Parts of slots come in the order of their targets where they are stored. */
function inOrder(tally: Tally): Tally {
  if (tally.unit !== 'slots') return tally;
  const parts = [...tally.parts].sort((a, b) => a.target - b.target);
  return { ...tally, parts };
}

function tallyFrom(judged: JudgedRule, month: Period, now: number): Tally {
  const { unit, slots, intervals, events } = judged.judgement;
  const days = dayCounts(events, zoneOf(judged.opened));
  return tallyOf({
    unit,
    month,
    now,
    slots: countedSlots(slots, month),
    intervals: countedIntervals(intervals),
    days: days.filter(({ day }) => day.startsWith(month.label)),
  });
}

function compareScores(
  differences: Differences,
  judged: JudgedRule,
  { scores, now }: { scores: readonly ScoreRow[]; now: number },
): number {
  const { opened, judgement } = judged;
  const { row, versions } = opened;
  const months = periodsBetween(
    'month',
    versions[0].from,
    now + 1,
    zoneOf(opened),
  );
  for (const month of months) {
    const what = `score ${row.kind} ${row.name} ${month.label}`;
    const stored = scores.find(each => each.month === month.label);
    if (!stored) {
      differences.add(what, stored, 'a row');
      continue;
    }
    // It is written when it changes: until then it was the same.
    const then = Date.parse(stored.counted_at);
    const tally: Tally = JSON.parse(stored.tally);
    const expected = tallyFrom(judged, month, then);
    if (!isDeepStrictEqual(inOrder(tally), inOrder(expected))) {
      differences.add(`${what} at ${stored.counted_at}`, tally, expected);
    }
    const state = scoreOf({
      tally: tallyFrom(judged, month, now),
      month,
      now,
    }).state;
    const goesOn =
      judgement.unit !== 'slots' && now < month.to && row.ended_at === null;
    const standing = goesOn ? judgement.current.state : null;
    const found = { state: stored.state, standing: stored.standing };
    if (!isDeepStrictEqual(found, { state, standing })) {
      differences.add(what, found, { state, standing });
    }
  }
  const labels = new Set(months.map(({ label }) => label));
  for (const stored of scores.filter(({ month }) => !labels.has(month))) {
    differences.add(`score ${row.name} ${stored.month}`, stored, undefined);
  }
  return months.length;
}

/**
 * What the row of a rule says of how it stands. Not by which evidence: that of a
 * new period counts when something is judged next.
 */
function standingOf(row: RuleRow) {
  const { unit, open_from, since, next_due_at, next_slot, current } = row;
  const standing = { unit, open_from, since, next_due_at, next_slot };
  // How a rule stands after its end nobody asks.
  if (row.ended_at !== null) return standing;
  const kind = current === null ? null : kindOf(JSON.parse(current));
  return { ...standing, kind };
}

function expectedStanding(judged: JudgedRule) {
  const { judgement, opened, openFrom, since, nextDueAt, nextSlot } = judged;
  const standing = {
    unit: judgement.unit,
    open_from: openFrom ?? null,
    since: since ?? null,
    next_due_at: nextDueAt ?? null,
    next_slot: nextSlot ?? null,
  };
  if (opened.row.ended_at !== null) return standing;
  return { ...standing, kind: kindOf(judgement.current) };
}

/** Compares all that is stored with the same judged from scratch at an instant. */
export async function compareWithScratch(
  knex: Knex,
  now: number,
): Promise<Comparison> {
  return knex.transaction(async transaction => {
    const differences = new Differences();
    const all = await judgedFromScratch(transaction, now);
    const slots = await transaction<SlotRow>('slot_verdicts').select();
    const intervals = await transaction<IntervalRow>(
      'state_intervals',
    ).select();
    const days = await transaction<EventDayRow>('event_days').select();
    const scores = await transaction<ScoreRow>('scores').select();
    let months = 0;
    for (const judged of all) {
      const { row } = judged.opened;
      const name = `${row.kind} ${row.name}`;
      const isOf = (each: { rule_id: number }) => each.rule_id === row.id;
      const { unit } = judged.judgement;
      differences.compare(`slot of ${name}`, {
        stored: slots.filter(isOf),
        expected: judged.slots,
        nameOf: each => each.key,
      });
      differences.compare(`interval of ${name}`, {
        stored: intervals.filter(isOf),
        expected: unit === 'slots' ? [] : judged.intervals,
        nameOf: each => each.from_at,
      });
      differences.compare(`day of ${name}`, {
        stored: days.filter(isOf),
        expected: judged.days,
        nameOf: each => `${each.day} ${each.version_id}`,
      });
      const found = standingOf(row);
      const expected = expectedStanding(judged);
      if (!isDeepStrictEqual(found, expected)) {
        differences.add(`standing of ${name}`, found, expected);
      }
      if (row.kind === 'objective') {
        months += compareScores(differences, judged, {
          scores: scores.filter(isOf),
          now,
        });
      }
    }
    const verdicts: Record<string, number> = {};
    for (const { state } of [...slots, ...intervals]) {
      verdicts[state] = (verdicts[state] ?? 0) + 1;
    }
    return {
      differences: differences.found.slice(0, MOST_SHOWN),
      verdicts,
      months,
      days: days.length,
    };
  });
}
