import { Knex } from 'knex';
import { withRows } from '../withRows';
import { JudgedRule } from './judgeRule';
import { instantText } from './verdictRows';

/** How a rule stands, and when it is to be looked at again; epoch milliseconds. */
export interface RuleStanding {
  readonly judged: JudgedRule;
  /** When time alone changes its month. */
  readonly scoreAt?: number;
}

function earliest(...instants: (number | undefined)[]): string | null {
  const known = instants.filter(each => each !== undefined);
  return known.length > 0 ? instantText(Math.min(...known)) : null;
}

/** Notes how rules stand now, and when each is due again. */
export async function saveRules(
  transaction: Knex.Transaction,
  standings: readonly RuleStanding[],
  now: number,
): Promise<void> {
  if (standings.length === 0) return;
  const { sql, bindings } = withRows(transaction, {
    name: 'w',
    columns: [
      { name: 'id', type: 'integer' },
      { name: 'unit', type: 'text' },
      { name: 'due_at', type: 'text' },
      { name: 'score_at', type: 'text' },
      { name: 'open_from', type: 'text' },
      { name: 'current', type: 'text' },
      { name: 'since', type: 'text' },
      { name: 'next_due_at', type: 'text' },
      { name: 'next_slot', type: 'text' },
    ],
    rows: standings.map(({ judged, scoreAt }) => {
      const { opened, judgement, openFrom, since } = judged;
      return [
        opened.row.id,
        judgement.unit,
        earliest(judgement.nextAt, scoreAt),
        earliest(scoreAt),
        openFrom ?? null,
        judged.current,
        since ?? null,
        judged.nextDueAt ?? null,
        judged.nextSlot ?? null,
      ];
    }),
  });
  await transaction.raw(
    `${sql}
    update rules set
      unit = w.unit, due_at = w.due_at, score_at = w.score_at,
      open_from = w.open_from, "current" = w."current", since = w.since,
      next_due_at = w.next_due_at, next_slot = w.next_slot,
      judged_at = ?, touched_from = null, touched_by = null,
      touched_reason = null
    from w where rules.id = w.id`,
    [...bindings, instantText(now)],
  );
}

/**
 * Puts rules off that could not be judged, so that they do not stand in the way
 * of others; what touched them is kept.
 */
export async function putOff(
  transaction: Knex.Transaction,
  ruleIds: readonly number[],
  until: number,
): Promise<void> {
  if (ruleIds.length === 0) return;
  await transaction('rules')
    .whereIn('id', [...ruleIds])
    .update({ due_at: instantText(until) });
}
