import { dayAt, startOfDay } from '../oncall/calendarDay';
import { Facts, Needs, Reads } from './facts';
import { pointAt, worse } from './intervals';
import { Carried, JudgedEvents, Judgement, Unit } from './judgement';
import { judgeOf } from './judgeOf';
import { countEvents, JudgedPart, judgeLine, judgeSlots } from './judgePart';
import { mergeNeeds } from './needs';
import { RuleVersion } from './rule';
import { RuleJudge, Window } from './RuleJudge';
import { NO_EVIDENCE, Verdict } from './verdict';

interface JudgeOptions {
  /**
   * Of one rule, in order, at least one; a rule that ended has an end in its
   * last one.
   */
  readonly versions: readonly RuleVersion[];
  readonly window: Window;
  readonly facts: Facts;
  readonly now: number;
  /** Absent: the facts say all. */
  readonly carried?: Carried;
}

function countsEvents(by: RuleJudge): boolean {
  return by.shape === 'line' && by.events !== undefined;
}

function unitOf({ rule }: RuleVersion): Unit {
  const by = judgeOf(rule);
  if (by.shape === 'slots') return 'slots';
  return countsEvents(by) ? 'events' : 'time';
}

/** The part of a window in which a version holds. */
function partOf(window: Window, { from, to = Infinity }: RuleVersion): Window {
  return { from: Math.max(window.from, from), to: Math.min(window.to, to) };
}

/** Counts are kept by the day, so that days are counted whole. */
function wholeDays(versions: readonly RuleVersion[], window: Window): Window {
  const { timeZone } = versions[versions.length - 1].rule.setting;
  return {
    from: startOfDay(dayAt(window.from, timeZone), timeZone),
    to: window.to,
  };
}

/**
 * How a rule stands now: as its line says; of slots the worst of the last one
 * expected and of those that are not decided yet.
 */
function currentOf(parts: readonly JudgedPart[], now: number): Verdict {
  const last = parts[parts.length - 1];
  const point = last?.line && pointAt(last.line, now);
  if (point) return point.verdict;
  const slots = parts.flatMap(part => part.slots);
  const expected = slots.filter(({ slot }) => slot.expectedAt <= now);
  const open = expected.filter(({ verdict }) => verdict.state === 'at-risk');
  const shown = [expected[expected.length - 1] ?? slots[0], ...open]
    .filter(Boolean)
    .map(({ verdict }) => verdict);
  return shown.length > 0
    ? shown.reduce(worse)
    : { state: 'pending', evidence: NO_EVIDENCE };
}

/** What was counted by each version, of whole days. */
function eventsOf({ versions, window, facts, now }: JudgeOptions): {
  events: JudgedEvents[];
  nextAt: number[];
} {
  const counting = versions.flatMap(version => {
    const by = judgeOf(version.rule);
    return by.shape === 'line' && by.events ? [{ version, by }] : [];
  });
  if (counting.length === 0) return { events: [], nextAt: [] };
  const days = wholeDays(versions, window);
  const counts = counting.map(({ version, by }) => {
    const part = partOf(days, version);
    return countEvents({ by, version, part, facts, now });
  });
  return {
    events: counts.flatMap(({ events }) => events),
    nextAt: counts.flatMap(({ nextAt }) => nextAt),
  };
}

/**
 * Judges a rule over a window, by the facts and the time alone: the same
 * arguments always give the same answer, in whatever order facts came in. Each
 * part of the window is judged by the version of the rule that held then;
 * nothing is expected from before the first one.
 *
 * The caller judges again when a fact arrives that the rule reads, and at
 * `nextAt`; between, nothing changes. What it gets replaces all that was judged
 * within the window before. The window begins at `judgedFrom`, and not after now.
 *
 * @throws RangeError if what is carried is an exclusion
 */
export function judge(options: JudgeOptions): Judgement {
  const { versions, window, facts, now, carried } = options;
  if (carried?.verdict.state === 'excluded') {
    throw new RangeError('A window must not begin within an exclusion');
  }
  const parts = versions.flatMap((version): JudgedPart[] => {
    const part = partOf(window, version);
    if (version.from > now || part.from >= part.to) return [];
    const by = judgeOf(version.rule);
    const given = { version, part, facts, now };
    if (by.shape === 'slots') return [judgeSlots({ ...given, by })];
    const isCarried = version.from < window.from;
    return [judgeLine({ ...given, by }, isCarried ? carried : undefined)];
  });
  const counted = eventsOf(options);
  const nextAt = [
    ...parts.flatMap(part => part.nextAt),
    ...counted.nextAt,
    ...versions.flatMap(({ from, to = Infinity }) => [from, to]),
  ].reduce(
    (next, instant) => (instant > now && instant < next ? instant : next),
    Infinity,
  );
  return {
    unit: unitOf(versions[versions.length - 1]),
    slots: parts.flatMap(({ slots }) => slots),
    intervals: parts.flatMap(({ intervals }) => intervals),
    events: counted.events,
    current: currentOf(parts, now),
    ...(Number.isFinite(nextAt) && { nextAt }),
  };
}

/** Which facts a rule reads, in all its versions. */
export function readsOf(versions: readonly RuleVersion[]): Reads[] {
  return versions.map(({ rule }) => judgeOf(rule).reads);
}

/** Which facts are needed to judge a rule over a window. */
export function needsOf(
  versions: readonly RuleVersion[],
  window: Window,
): Needs {
  return mergeNeeds(
    versions.flatMap(version => {
      const by = judgeOf(version.rule);
      const asked = countsEvents(by) ? wholeDays(versions, window) : window;
      const part = partOf(asked, version);
      return part.from < part.to ? [by.needs(part)] : [];
    }),
  );
}
