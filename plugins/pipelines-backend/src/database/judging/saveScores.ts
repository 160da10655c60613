import { Knex } from 'knex';
import {
  CountedInterval,
  CountedSlots,
  DayCount,
  Period,
  periodAt,
  periodsBetween,
} from '../../evaluation';
import { eachRow } from '../eachRow';
import { insertTable } from '../insertTable';
import { rowsOf, withRows } from '../withRows';
import { zoneOf } from './claimDue';
import { JudgedRule } from './judgeRule';
import { MonthOfRule, scoreMonth, ScoredMonth } from './scoreMonth';
import { SCORES, ScoreRow } from './scoreRow';
import { EventDayRow, instantText, IntervalRow, SlotRow } from './verdictRows';

type SlotCountRow = Pick<
  SlotRow,
  'rule_id' | 'month' | 'state' | 'target' | 'exclusion_ids'
> & { count: number | string };

const nameOf = (ruleId: number, month: string) => `${ruleId} ${month}`;

/** Months that a window touches; what counts at its very begin may be of the one before. */
function monthsOf(judged: JudgedRule, now: number): Period[] {
  const zone = zoneOf(judged.opened);
  const { from, versions } = judged.opened;
  const first = Math.max(from - 1, versions[0].from);
  const begin = periodAt('month', Math.min(first, now), zone).from;
  return periodsBetween('month', begin, now + 1, zone);
}

class Rows<T> {
  readonly #byMonth = new Map<string, T[]>();

  add(ruleId: number, month: string, row: T): void {
    const name = nameOf(ruleId, month);
    const others = this.#byMonth.get(name);
    if (others) others.push(row);
    else this.#byMonth.set(name, [row]);
  }

  of(ruleId: number, month: string): readonly T[] {
    return this.#byMonth.get(nameOf(ruleId, month)) ?? [];
  }
}

/** Months of rules as a table to join: with their first instants. */
function asTable(
  transaction: Knex.Transaction,
  months: readonly MonthOfRule[],
) {
  return withRows(transaction, {
    name: 'w',
    columns: [
      { name: 'rule_id', type: 'integer' },
      { name: 'month', type: 'text' },
      { name: 'from_at', type: 'text' },
      { name: 'to_at', type: 'text' },
    ],
    rows: months.map(({ judged, month }) => [
      judged.opened.row.id,
      month.label,
      instantText(month.from),
      instantText(month.to),
    ]),
  });
}

async function slotCounts(
  transaction: Knex.Transaction,
  months: readonly MonthOfRule[],
): Promise<Rows<CountedSlots>> {
  const counted = new Rows<CountedSlots>();
  const some = months.filter(each => each.judged.judgement.unit === 'slots');
  if (some.length === 0) return counted;
  const { sql, bindings } = asTable(transaction, some);
  const rows = await rowsOf<SlotCountRow>(
    transaction.raw(
      `${sql}
      select s.rule_id, s.month, s.state, s.target, s.exclusion_ids,
        count(*) as count
      from w ${eachRow(transaction, {
        table: 'slot_verdicts',
        as: 's',
        where: 's.rule_id = w.rule_id and s.month = w.month',
      })}
      group by s.rule_id, s.month, s.state, s.target, s.exclusion_ids
      order by s.target, s.state`,
      bindings,
    ),
  );
  for (const row of rows) {
    counted.add(row.rule_id, row.month, {
      state: row.state,
      target: row.target,
      count: Number(row.count),
      exclusionIds: JSON.parse(row.exclusion_ids),
    });
  }
  return counted;
}

async function intervalsWithin(
  transaction: Knex.Transaction,
  months: readonly MonthOfRule[],
): Promise<Rows<CountedInterval>> {
  const counted = new Rows<CountedInterval>();
  const some = months.filter(each => each.judged.judgement.unit !== 'slots');
  if (some.length === 0) return counted;
  const { sql, bindings } = asTable(transaction, some);
  const rows = await rowsOf<IntervalRow & { month: string }>(
    transaction.raw(
      `${sql}
      select i.*, w.month from w ${eachRow(transaction, {
        table: 'state_intervals',
        as: 'i',
        where: `i.rule_id = w.rule_id and i.from_at < w.to_at
          and i.from_at >= coalesce(
            (select max(b.from_at) from state_intervals b
              where b.rule_id = w.rule_id and b.from_at <= w.from_at),
            w.from_at)`,
      })}
      order by i.rule_id, i.from_at`,
      bindings,
    ),
  );
  for (const row of rows) {
    counted.add(row.rule_id, row.month, {
      from: Date.parse(row.from_at),
      ...(row.to_at !== null && { to: Date.parse(row.to_at) }),
      state: row.state,
      target: row.target,
      exclusionIds: JSON.parse(row.exclusion_ids),
    });
  }
  return counted;
}

async function daysWithin(
  transaction: Knex.Transaction,
  months: readonly MonthOfRule[],
): Promise<Rows<DayCount>> {
  const counted = new Rows<DayCount>();
  const some = months.filter(each => each.judged.judgement.unit === 'events');
  if (some.length === 0) return counted;
  const { sql, bindings } = asTable(transaction, some);
  const rows = await rowsOf<EventDayRow & { month: string }>(
    transaction.raw(
      `${sql}
      select d.*, w.month from w ${eachRow(transaction, {
        table: 'event_days',
        as: 'd',
        where: `d.rule_id = w.rule_id and d.day >= w.month || '-01'
          and d.day <= w.month || '-31'`,
      })}
      order by d.rule_id, d.day, d.version_id`,
      bindings,
    ),
  );
  for (const row of rows) {
    counted.add(row.rule_id, row.month, {
      day: row.day,
      versionId: String(row.version_id),
      target: row.target,
      good: row.good,
      total: row.total,
    });
  }
  return counted;
}

async function storedScores(
  transaction: Knex.Transaction,
  months: readonly MonthOfRule[],
): Promise<Map<string, ScoreRow>> {
  const { sql, bindings } = asTable(transaction, months);
  const rows = await rowsOf<ScoreRow>(
    transaction.raw(
      `${sql} select s.* from w ${eachRow(transaction, {
        table: 'scores',
        as: 's',
        where: 's.rule_id = w.rule_id and s.month = w.month',
      })}`,
      bindings,
    ),
  );
  return new Map(rows.map(row => [nameOf(row.rule_id, row.month), row]));
}

async function write(
  transaction: Knex.Transaction,
  scored: readonly ScoredMonth[],
): Promise<void> {
  const rows = scored.flatMap(({ row }) => row ?? []);
  if (rows.length > 0) {
    await insertTable(transaction, {
      table: 'scores',
      columns: SCORES,
      rows: rows.map(row => SCORES.map(({ name }) => row[name])),
      suffix: `on conflict (rule_id, month) do update set ${SCORES.map(
        ({ name }) => `"${name}" = excluded."${name}"`,
      ).join(', ')}`,
    });
  }
  const revisions = scored.flatMap(({ revision }) => revision ?? []);
  for (const revision of revisions) {
    await transaction('score_revisions').insert(revision);
  }
}

/**
 * Counts the months of promises anew that what was judged may have changed.
 *
 * @returns by rule, when time alone changes its month; epoch milliseconds
 */
export async function saveScores(
  transaction: Knex.Transaction,
  judged: readonly JudgedRule[],
  options: { now: number; closeAfterDays: number },
): Promise<Map<number, number>> {
  const { now } = options;
  const months = judged
    .filter(({ opened }) => opened.row.kind === 'objective')
    .flatMap(each =>
      monthsOf(each, now).map(month => ({ judged: each, month })),
    );
  const changesAt = new Map<number, number>();
  if (months.length === 0) return changesAt;
  const stored = await storedScores(transaction, months);
  const slots = await slotCounts(transaction, months);
  const intervals = await intervalsWithin(transaction, months);
  const days = await daysWithin(transaction, months);
  const scored = months.map(each => {
    const { id } = each.judged.opened.row;
    const { label } = each.month;
    return scoreMonth({
      ...each,
      ...options,
      slots: slots.of(id, label),
      intervals: intervals.of(id, label),
      days: days.of(id, label),
      stored: stored.get(nameOf(id, label)),
    });
  });
  await write(transaction, scored);
  for (const { ruleId, changesAt: at } of scored) {
    if (at === undefined) continue;
    changesAt.set(ruleId, Math.min(changesAt.get(ruleId) ?? Infinity, at));
  }
  return changesAt;
}
