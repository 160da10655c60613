import { Decimal } from '../exactDecimal';
import { State } from '../verdict';
import { shownShare } from './shownShare';
import { Tally, TallyPart } from './tally';

/**
 * How much may still go wrong, in the unit of the tally. A target of 100 % has
 * none: its first miss breaks it.
 */
export type Budget =
  | { readonly type: 'none' }
  | {
      readonly type: 'budget';
      readonly allowed: number;
      readonly used: number;
      /** Below 0 once it is overspent. */
      readonly left: number;
    };

/** What a promise came to in a month, with the counts it is made of. */
export interface Score {
  readonly state: State;
  readonly tally: Tally;
  /** Of what was judged, the share met, in percent; absent out of nothing. */
  readonly score?: number;
  /** The same as it may be shown: never rounded up to the target. */
  readonly shown?: string;
  /** Of what was expected, the share judged, in percent; absent out of nothing. */
  readonly coverage?: number;
  readonly budget: Budget;
}

const ZERO = Decimal.of(0);
const HUNDRED = Decimal.of(100);

function share(part: number, total: number): number | undefined {
  return total > 0 ? (part / total) * 100 : undefined;
}

/** What may be missed of some amounts under their targets, times a hundred. */
function allowedOf(parts: readonly TallyPart[]): Decimal {
  return parts.reduce((sum, { target, met, missed }) => {
    const all = Decimal.of(met).plus(Decimal.of(missed));
    return sum.plus(HUNDRED.minus(Decimal.of(target)).times(all));
  }, ZERO);
}

/** Whether each part kept to the target that held in it. */
function isKept(parts: readonly TallyPart[]): boolean {
  return parts.every(
    part =>
      Decimal.of(part.missed)
        .times(HUNDRED)
        .compare(allowedOf([part])) <= 0,
  );
}

/** Of a month that still runs: what is to come counts as met for the budget. */
function withRest(tally: Tally, restMs: number): readonly TallyPart[] {
  const { parts, unit, open } = tally;
  const last = parts[parts.length - 1];
  const rest = unit === 'time' ? restMs : open;
  if (!last || unit === 'events') return parts;
  return [...parts.slice(0, -1), { ...last, met: last.met + rest }];
}

function budgetOf(parts: readonly TallyPart[], used: number): Budget {
  if (parts.length === 0 || parts.every(({ target }) => target === 100)) {
    return { type: 'none' };
  }
  const allowed = allowedOf(parts).times(Decimal.of(0.01));
  const left = allowed.minus(Decimal.of(used));
  return {
    type: 'budget',
    allowed: allowed.toNumber(),
    used,
    left: left.toNumber(),
  };
}

function emptyState(tally: Tally, isOver: boolean): State {
  if (tally.noBaseline > 0) return 'no-baseline';
  if (tally.expected > 0) return 'no-data';
  if (tally.open > 0) return 'pending';
  if (tally.excluded > 0) return 'excluded';
  return isOver ? 'no-data' : 'pending';
}

/**
 * What a promise came to.
 *
 * While the month runs it is pending as long as it is kept; at risk while less
 * than the target is met, or when three quarters of the time allowed are used up;
 * and missed only once nothing can mend it: of a 100 % promise the first miss, of
 * time what is more than the whole month allows. After the month it is met or
 * missed, by exact comparison with the target; where the target changed, each
 * part with the one that held.
 *
 * @param options.month - first instant, and that of the next month
 */
export function scoreOf(options: {
  tally: Tally;
  month: { from: number; to: number };
  now: number;
}): Score {
  const { tally, month, now } = options;
  const { met, missed, parts } = tally;
  // A slot of the month may be due after it.
  const isOver = now >= month.to && tally.open === 0;
  const whole = isOver
    ? parts
    : withRest(tally, Math.max(0, month.to - Math.max(now, month.from)));
  const target = Math.max(0, ...parts.map(each => each.target));
  const shown = shownShare(tally, target);
  return {
    state: stateOf(tally, whole, isOver),
    tally,
    ...(met + missed > 0 && { score: share(met, met + missed) }),
    ...(shown !== undefined && { shown }),
    ...(tally.expected > 0 && {
      coverage: share(tally.judged, tally.expected),
    }),
    budget: budgetOf(whole, missed),
  };
}

function stateOf(
  tally: Tally,
  whole: readonly TallyPart[],
  isOver: boolean,
): State {
  const { met, missed, parts, unit } = tally;
  if (met + missed === 0) return emptyState(tally, isOver);
  if (isOver) return isKept(parts) ? 'met' : 'missed';
  if (parts.some(each => each.target === 100 && each.missed > 0)) {
    return 'missed';
  }
  if (unit === 'time' && !isKept(whole)) return 'missed';
  const nearlyUsed = Decimal.of(missed * 4).times(HUNDRED);
  const risky = allowedOf(whole).times(Decimal.of(3));
  const isNearlyUsed = missed > 0 && nearlyUsed.compare(risky) > 0;
  if (unit === 'time') return isNearlyUsed ? 'at-risk' : 'pending';
  return isKept(parts) ? 'pending' : 'at-risk';
}

/**
 * How fast a budget is used up: 1 uses exactly all of it. Meant for promises
 * about time or many events, over a window that looks back.
 *
 * @returns undefined out of nothing, `no-budget` of a target of 100 %
 */
export function burnRate(
  counts: { met: number; missed: number },
  target: number,
): number | 'no-budget' | undefined {
  const total = counts.met + counts.missed;
  if (total <= 0) return undefined;
  if (target >= 100) return 'no-budget';
  const allowed = HUNDRED.minus(Decimal.of(target)).toNumber();
  return ((counts.missed / total) * 100) / allowed;
}
