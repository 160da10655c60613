import { ExclusionFact, Facts, Needs, Reads } from './facts';
import { held } from './hold';
import {
  changeAfter,
  Line,
  overlay,
  pointAt,
  since,
  StateInterval,
  toIntervals,
  worse,
} from './intervals';
import { judgeOf } from './judgeOf';
import { mergeNeeds } from './needs';
import { RuleVersion } from './rule';
import { LineJudge, RuleJudge, SlotsJudge, Window } from './RuleJudge';
import { Slot } from './slots/slot';
import { NO_EVIDENCE, Verdict } from './verdict';

/** A slot as it was judged, and by which version of the rule. */
export interface JudgedSlot {
  readonly slot: Slot;
  readonly verdict: Verdict;
  readonly versionId: string;
  readonly target: number;
}

/** A time in one state, and by which version of the rule. */
export interface JudgedInterval extends StateInterval {
  readonly versionId: string;
  readonly target: number;
}

/** What was counted at an instant, and by which version of the rule. */
export interface JudgedEvents {
  readonly at: number;
  readonly good: number;
  readonly total: number;
  readonly versionId: string;
  readonly target: number;
}

/** What promises are counted in: slots, milliseconds, or events. */
export type Unit = 'slots' | 'time' | 'events';

/** All that can be said of a rule within a window. */
export interface Judgement {
  /** What its month is counted in. */
  readonly unit: Unit;
  /** Of rules with slots: those expected until now, and the first to come. */
  readonly slots: readonly JudgedSlot[];
  /** Of rules about a state: how it stood, until now. */
  readonly intervals: readonly JudgedInterval[];
  /** Of promises about events: what was counted. */
  readonly events: readonly JudgedEvents[];
  /** How it stands now; of slots the last one expected. */
  readonly current: Verdict;
  /** The next instant at which any of this may change though nothing is heard. */
  readonly nextAt?: number;
}

/**
 * How a rule stood before a window, where the facts before it are not given. An
 * exclusion does not say how it stood: the window has to begin before it.
 */
export interface Carried {
  readonly verdict: Verdict;
}

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

type Part = Omit<Judgement, 'unit' | 'current' | 'nextAt'> & {
  readonly line?: Line;
  readonly nextAt: readonly number[];
};

function exclusionsOf(
  { exclusions }: Facts,
  { rule }: RuleVersion,
  by: RuleJudge,
): ExclusionFact[] {
  return exclusions
    .filter(({ ruleIds }) =>
      ruleIds === undefined
        ? !by.isExcludedByNameOnly
        : ruleIds.includes(rule.spec.id),
    )
    .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
}

function judgeSlots(
  by: SlotsJudge,
  version: RuleVersion,
  options: { window: Window; facts: Facts; now: number },
): Part {
  const exclusions = exclusionsOf(options.facts, version, by);
  const judged = by.slots(options).map(each => {
    const { expectedAt, dueAt } = each.slot;
    const exclusionIds = exclusions
      .filter(({ from, to }) => from <= dueAt && expectedAt < to)
      .map(({ id }) => id);
    if (exclusionIds.length === 0) return each;
    const { evidence } = each.verdict;
    const verdict = { state: 'excluded', exclusionIds, evidence } as const;
    return { slot: each.slot, verdict };
  });
  return {
    slots: judged.map(({ slot, verdict }) => ({
      slot,
      verdict,
      versionId: version.id,
      target: by.target,
    })),
    intervals: [],
    events: [],
    nextAt: judged.flatMap(each => [
      each.slot.expectedAt,
      ...('nextAt' in each && each.nextAt !== undefined ? [each.nextAt] : []),
    ]),
  };
}

/** What the facts of a window do not tell any more is as it was carried. */
function carriedOn(line: Line, from: number, carried?: Carried): Line {
  const isUnknown = (verdict: Verdict | undefined) =>
    verdict?.state === 'no-data' && verdict.reason === 'never-measured';
  const first = pointAt(line, from);
  return carried && isUnknown(first?.verdict)
    ? [
        { from, verdict: carried.verdict },
        ...line.filter(point => point.from > from),
      ]
    : line;
}

function judgeLine(
  by: LineJudge,
  version: RuleVersion,
  options: { window: Window; facts: Facts; now: number; carried?: Carried },
): Part {
  const { window, facts, now, carried } = options;
  const { id: versionId } = version;
  const { target } = by;
  const exclusions = exclusionsOf(facts, version, by);
  const raw = carriedOn(
    by.line({ window, ruleFrom: version.from, facts, now }),
    window.from,
    carried,
  );
  const start = carried && { at: window.from, verdict: carried.verdict };
  const line = by.hold ? held({ line: raw, hold: by.hold, start }) : raw;
  const covered = overlay(
    since(line, window.from),
    exclusions.map(({ id, from, to }) => ({
      from,
      to,
      verdict: {
        state: 'excluded',
        exclusionIds: [id],
        evidence: NO_EVIDENCE,
      },
    })),
  );
  const events = by.events?.({ window, facts }) ?? [];
  const isExcluded = (at: number) =>
    exclusions.some(({ from, to }) => from <= at && at < to);
  const next = changeAfter(covered, now);
  return {
    slots: [],
    intervals: toIntervals(covered, window, now).map(interval => ({
      ...interval,
      versionId,
      target,
    })),
    events: events
      .filter(({ at }) => at <= now && !isExcluded(at))
      .sort((a, b) => a.at - b.at)
      .map(({ at, good, total }) => ({ at, good, total, versionId, target })),
    line: covered,
    nextAt: [...(next === undefined ? [] : [next]), ...events.map(e => e.at)]
      // What it would be after its part is another version's to say.
      .filter(instant => instant < window.to),
  };
}

function unitOf({ rule }: RuleVersion): Unit {
  const ruleJudge = judgeOf(rule);
  if (ruleJudge.shape === 'slots') return 'slots';
  return ruleJudge.events ? 'events' : 'time';
}

/** The part of a window in which a version holds. */
function partOf(window: Window, { from, to = Infinity }: RuleVersion): Window {
  return { from: Math.max(window.from, from), to: Math.min(window.to, to) };
}

/**
 * How a rule stands now: as its line says; of slots the worst of the last one
 * expected and of those that are not decided yet.
 */
function currentOf(parts: readonly Part[], now: number): Verdict {
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

/**
 * Judges a rule over a window, by the facts and the time alone: the same
 * arguments always give the same answer, in whatever order facts came in. Each
 * part of the window is judged by the version of the rule that held then;
 * nothing is expected from before the first one.
 *
 * The caller judges again when a fact arrives that the rule reads, and at
 * `nextAt`; between, nothing changes. What it gets replaces all that was judged
 * within the window before.
 *
 * @throws RangeError if what is carried is an exclusion
 */
export function judge(options: JudgeOptions): Judgement {
  const { versions, window, facts, now, carried } = options;
  if (carried?.verdict.state === 'excluded') {
    throw new RangeError('A window must not begin within an exclusion');
  }
  const begun = versions.filter(({ from }) => from <= now);
  const parts = begun.flatMap((version): Part[] => {
    const part = partOf(window, version);
    if (part.from >= part.to) return [];
    const ruleJudge = judgeOf(version.rule);
    const isCarried = version.from < window.from;
    const given = { window: part, facts, now };
    return [
      ruleJudge.shape === 'slots'
        ? judgeSlots(ruleJudge, version, given)
        : judgeLine(ruleJudge, version, {
            ...given,
            ...(isCarried && carried && { carried }),
          }),
    ];
  });
  const coming = versions.map(({ from }) => from);
  const ending = versions.flatMap(({ to }) => (to === undefined ? [] : [to]));
  const nextAt = [...parts.flatMap(part => part.nextAt), ...coming, ...ending]
    .filter(instant => instant > now)
    .reduce((a, b) => Math.min(a, b), Infinity);
  return {
    unit: unitOf(versions[versions.length - 1]),
    slots: parts.flatMap(({ slots }) => slots),
    intervals: parts.flatMap(({ intervals }) => intervals),
    events: parts.flatMap(({ events }) => events),
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
      const part = partOf(window, version);
      return part.from < part.to ? [judgeOf(version.rule).needs(part)] : [];
    }),
  );
}
