import { Knex } from 'knex';
import {
  judgedFrom,
  JudgedInterval,
  periodAt,
  Verdict,
} from '../../evaluation';
import { eachRow } from '../eachRow';
import { RuleRow } from '../rules/ruleRow';
import { rowsOf, withRows } from '../withRows';
import { DueRule, zoneOf } from './claimDue';
import { instantText, IntervalRow, SlotRow, toInterval } from './verdictRows';

/** A rule that is to be judged, and from when on. */
export interface OpenedRule extends DueRule {
  /** Epoch milliseconds. */
  readonly from: number;
  /** How it stood there, if that was judged before. */
  readonly standing?: JudgedInterval;
  /** Times that are stored, from what stands there on; absent: none are. */
  readonly stored?: readonly IntervalRow[];
  /** Of rules with slots: how the last slot expected before it went. */
  readonly lastSlot?: Verdict;
}

function firstWindow(due: DueRule, floor: number): number {
  const { row, versions, touchedFrom } = due;
  const from = Math.min(
    // What time alone changes, it changes from that instant on.
    row.touched_from === null ? touchedFrom : judgedFrom(versions, touchedFrom),
    row.open_from === null ? Infinity : Date.parse(row.open_from),
  );
  if (from >= floor) return from;
  // What older facts said cannot be judged again: they are deleted. Days are
  // counted whole.
  return periodAt('day', floor, zoneOf(due)).to;
}

/** What is stored of rules from an instant of each on, or from what stands there. */
async function storedFrom(
  transaction: Knex.Transaction,
  asked: readonly { row: RuleRow; from: number }[],
): Promise<Map<number, IntervalRow[]>> {
  const found = new Map<number, IntervalRow[]>();
  if (asked.length === 0) return found;
  const { sql, bindings } = withRows(transaction, {
    name: 'w',
    columns: [
      { name: 'rule_id', type: 'integer' },
      { name: 'from_at', type: 'text' },
    ],
    rows: asked.map(({ row, from }) => [row.id, instantText(from)]),
  });
  const rows = await rowsOf<IntervalRow>(
    transaction.raw(
      `${sql}
      select i.* from w ${eachRow(transaction, {
        table: 'state_intervals',
        as: 'i',
        where: `i.rule_id = w.rule_id and i.from_at >= coalesce(
          (select max(b.from_at) from state_intervals b
            where b.rule_id = w.rule_id and b.from_at < w.from_at),
          w.from_at)`,
      })}
      where i.to_at is null or i.to_at >= w.from_at
      order by i.rule_id, i.from_at`,
      bindings,
    ),
  );
  for (const row of rows) {
    const others = found.get(row.rule_id);
    if (others) others.push(row);
    else found.set(row.rule_id, [row]);
  }
  return found;
}

/** How a rule stood when a window begins, if that was judged before. */
function standingAt(
  from: number,
  first: IntervalRow | undefined,
): JudgedInterval | undefined {
  return first && Date.parse(first.from_at) < from
    ? toInterval(first)
    : undefined;
}

async function lastSlotsBefore(
  transaction: Knex.Transaction,
  asked: readonly { row: { id: number }; from: number }[],
): Promise<Map<number, Verdict>> {
  if (asked.length === 0) return new Map();
  const { sql, bindings } = withRows(transaction, {
    name: 'w',
    columns: [
      { name: 'rule_id', type: 'integer' },
      { name: 'from_at', type: 'text' },
    ],
    rows: asked.map(({ row, from }) => [row.id, instantText(from)]),
  });
  const rows = await rowsOf<Pick<SlotRow, 'rule_id' | 'verdict'>>(
    transaction.raw(
      `${sql}
      select s.rule_id, s.verdict from w ${eachRow(transaction, {
        table: 'slot_verdicts',
        as: 's',
        where: `s.rule_id = w.rule_id and s.expected_at = (
          select max(b.expected_at) from slot_verdicts b
          where b.rule_id = w.rule_id and b.expected_at < w.from_at)`,
      })}`,
      bindings,
    ),
  );
  // Written by us.
  return new Map(
    rows.map(({ rule_id, verdict }) => [rule_id, JSON.parse(verdict)]),
  );
}

/**
 * From when on each rule is to be judged: from what touched it, or the first slot
 * that is not decided; never from within an exclusion, which does not say how the
 * rule stood.
 *
 * @param options - `floor`: facts from then on are kept; epoch milliseconds
 */
export async function openWindows(
  transaction: Knex.Transaction,
  due: readonly DueRule[],
  options: { floor: number },
): Promise<OpenedRule[]> {
  const opened: OpenedRule[] = [];
  let asked = due.map(each => ({
    ...each,
    from: firstWindow(each, options.floor),
  }));
  while (asked.length > 0) {
    const rows = await storedFrom(
      transaction,
      asked.filter(({ row }) => row.unit !== 'slots'),
    );
    const again: typeof asked = [];
    for (const each of asked) {
      const stored = rows.get(each.row.id);
      const standing = standingAt(each.from, stored?.[0]);
      if (standing?.verdict.state === 'excluded') {
        again.push({ ...each, from: standing.from });
      } else {
        opened.push({
          ...each,
          ...(standing && { standing }),
          ...(stored && { stored }),
        });
      }
    }
    asked = again;
  }
  const slots = await lastSlotsBefore(
    transaction,
    opened.filter(({ row }) => row.unit === 'slots'),
  );
  return opened.map(each => {
    const lastSlot = slots.get(each.row.id);
    return { ...each, ...(lastSlot && { lastSlot }) };
  });
}
