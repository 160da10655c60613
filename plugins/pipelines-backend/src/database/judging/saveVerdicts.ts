import { Knex } from 'knex';
import { periodAt } from '../../evaluation';
import { eachRow } from '../eachRow';
import { insertTable } from '../insertTable';
import { rowsOf, withRows } from '../withRows';
import { zoneOf } from './claimDue';
import { JudgedRule } from './judgeRule';
import {
  EVENT_DAYS,
  EventDayRow,
  instantText,
  INTERVALS,
  IntervalRow,
  SlotRow,
  SLOTS,
  VerdictTable,
} from './verdictRows';

type Cell = string | number | null;

/** What a window says now, beside what was stored of it. */
interface Renewal<TRow> {
  readonly table: VerdictTable<TRow>;
  readonly stored: readonly TRow[];
  readonly judged: readonly TRow[];
}

/**
 * Writes only what is different. Most that is judged again stays what it was.
 *
 * @returns ids of the rules of which something is different
 */
async function renew<TRow extends { rule_id: number } & Record<string, Cell>>(
  transaction: Knex.Transaction,
  { table, stored, judged }: Renewal<TRow>,
): Promise<number[]> {
  const { name, key, columns } = table;
  const nameOf = (row: TRow) => key.map(column => row[column]).join(' ');
  const cellsOf = (row: TRow) => columns.map(column => row[column.name]);
  const before = new Map(stored.map(row => [nameOf(row), row]));
  const changed = judged.filter(row => {
    const other = before.get(nameOf(row));
    return (
      !other || columns.some(column => other[column.name] !== row[column.name])
    );
  });
  const named = new Set(judged.map(nameOf));
  const gone = stored.filter(row => !named.has(nameOf(row)));
  if (gone.length > 0) {
    const keyColumns = columns.filter(each => key.includes(each.name));
    const { sql, bindings } = withRows(transaction, {
      name: 'w',
      columns: keyColumns,
      rows: gone.map(row => keyColumns.map(each => row[each.name])),
    });
    const names = key.map(each => `"${each}"`).join(', ');
    await transaction.raw(
      `${sql} delete from ${name} where (${names}) in (select ${names} from w)`,
      bindings,
    );
  }
  if (changed.length > 0) {
    const rest = columns.filter(each => !key.includes(each.name));
    await insertTable(transaction, {
      table: name,
      columns,
      rows: changed.map(cellsOf),
      suffix: `on conflict (${key.map(each => `"${each}"`).join(', ')})
        do update set ${rest
          .map(each => `"${each.name}" = excluded."${each.name}"`)
          .join(', ')}`,
    });
  }
  return [...gone, ...changed].map(({ rule_id }) => rule_id);
}

/** Rows of rules from a bound of each on. */
function storedFrom<TRow extends { rule_id: number }>(
  transaction: Knex.Transaction,
  options: {
    table: string;
    column: string;
    bounds: readonly (readonly [ruleId: number, from: string])[];
  },
): Promise<TRow[]> {
  const { table, column, bounds } = options;
  const { sql, bindings } = withRows(transaction, {
    name: 'w',
    columns: [
      { name: 'rule_id', type: 'integer' },
      { name: 'bound', type: 'text' },
    ],
    rows: bounds,
  });
  return rowsOf<TRow>(
    transaction.raw(
      `${sql} select t.* from w ${eachRow(transaction, {
        table,
        as: 't',
        where: `t.rule_id = w.rule_id and t."${column}" >= w.bound`,
      })}`,
      bindings,
    ),
  );
}

/** The first local day that a window judges. */
function firstDay({ opened }: JudgedRule): string {
  return periodAt('day', opened.from, zoneOf(opened)).label;
}

/**
 * Stores what was judged: what a window says now takes the place of what it said.
 *
 * @returns ids of the rules of which a verdict is different
 */
export async function saveVerdicts(
  transaction: Knex.Transaction,
  judged: readonly JudgedRule[],
): Promise<Set<number>> {
  const changed: number[] = [];
  const ofUnit = (...units: string[]) =>
    judged.filter(({ judgement }) => units.includes(judgement.unit));

  const bySlots = ofUnit('slots');
  if (bySlots.length > 0) {
    changed.push(
      ...(await renew<SlotRow>(transaction, {
        table: SLOTS,
        stored: await storedFrom<SlotRow>(transaction, {
          table: SLOTS.name,
          column: 'expected_at',
          bounds: bySlots.map(({ opened }) => [
            opened.row.id,
            instantText(opened.from),
          ]),
        }),
        judged: bySlots.flatMap(({ slots }) => slots),
      })),
    );
  }
  const byTime = ofUnit('time', 'events');
  if (byTime.length > 0) {
    changed.push(
      ...(await renew<IntervalRow>(transaction, {
        table: INTERVALS,
        stored: byTime.flatMap(({ opened }) => opened.stored ?? []),
        judged: byTime.flatMap(({ intervals }) => intervals),
      })),
    );
  }
  const byEvents = ofUnit('events');
  if (byEvents.length > 0) {
    changed.push(
      ...(await renew<EventDayRow>(transaction, {
        table: EVENT_DAYS,
        stored: await storedFrom<EventDayRow>(transaction, {
          table: EVENT_DAYS.name,
          column: 'day',
          bounds: byEvents.map(each => [each.opened.row.id, firstDay(each)]),
        }),
        judged: byEvents.flatMap(({ days }) => days),
      })),
    );
  }
  return new Set(changed);
}
