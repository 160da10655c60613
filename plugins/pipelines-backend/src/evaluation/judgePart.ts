import { ExclusionFact, Facts } from './facts';
import { held } from './hold';
import {
  changeAfter,
  Line,
  overlay,
  Point,
  pointAt,
  since,
  toIntervals,
} from './intervals';
import { Carried, JudgedEvents, Judgement } from './judgement';
import { RuleVersion } from './rule';
import { LineJudge, RuleJudge, SlotsJudge, Window } from './RuleJudge';
import { selectFacts } from './selectFacts';
import { NO_EVIDENCE, Verdict } from './verdict';

/** What one version of a rule says of its part of a window. */
export interface JudgedPart
  extends Pick<Judgement, 'slots' | 'intervals' | 'events'> {
  readonly line?: Line;
  readonly nextAt: readonly number[];
}

interface Given<T extends RuleJudge> {
  readonly by: T;
  readonly version: RuleVersion;
  /** Of the window, the part in which the version holds. */
  readonly part: Window;
  readonly facts: Facts;
  readonly now: number;
}

const NOTHING_YET: Verdict = { state: 'pending', evidence: NO_EVIDENCE };

function exclusionsOf({
  by,
  version,
  facts,
}: Pick<Given<RuleJudge>, 'by' | 'version' | 'facts'>): ExclusionFact[] {
  return facts.exclusions
    .filter(({ ruleIds }) =>
      ruleIds === undefined
        ? !by.isExcludedByNameOnly
        : ruleIds.includes(version.rule.spec.id),
    )
    .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
}

/** Judges the slots of a part. */
export function judgeSlots(given: Given<SlotsJudge>): JudgedPart {
  const { by, version, part, facts, now } = given;
  const exclusions = exclusionsOf(given);
  const judged = by.slots({ window: part, facts, now }).map(each => {
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

/** Of no fact at all, neither of the window nor of before. */
function isUntold(point: Point | undefined): boolean {
  return (
    point?.from === -Infinity &&
    point.verdict.state === 'no-data' &&
    point.verdict.reason === 'never-measured'
  );
}

/** What the facts of a window do not tell any more is as it was carried. */
function carriedOn(line: Line, from: number, { verdict }: Carried): Line {
  return isUntold(pointAt(line, from))
    ? [{ from, verdict }, ...line.filter(point => point.from > from)]
    : line;
}

/** How it stands over time, whatever is excluded. */
function heldLine(given: Given<LineJudge>, carried?: Carried): Line {
  const { by, version, part, facts, now } = given;
  const ruleFrom = version.from;
  if (carried) {
    const { from } = part;
    // What came after a version ended is another's to judge by.
    const own = Number.isFinite(part.to)
      ? selectFacts(facts, by.needs(part))
      : facts;
    const line = by.line({ window: part, ruleFrom, facts: own, now });
    const raw = carriedOn(line, from, carried);
    const start = { at: from, verdict: carried.verdict };
    return by.hold ? held({ line: raw, hold: by.hold, start }) : raw;
  }
  const window = { from: ruleFrom, to: part.to };
  // A version begins by what is needed for its own time, whoever judges it and
  // however much else is known; what an earlier one warned of is not its.
  const known =
    ruleFrom < part.from ? facts : selectFacts(facts, by.needs(window));
  const raw = by.line({ window, ruleFrom, facts: known, now });
  const start = { at: ruleFrom, verdict: NOTHING_YET };
  return by.hold ? held({ line: raw, hold: by.hold, start }) : raw;
}

/** Judges how it stood over the time of a part. */
export function judgeLine(
  given: Given<LineJudge>,
  carried?: Carried,
): JudgedPart {
  const { by, version, part, now } = given;
  const covered = overlay(
    since(heldLine(given, carried), part.from),
    exclusionsOf(given).map(({ id, from, to }) => ({
      from,
      to,
      verdict: {
        state: 'excluded',
        exclusionIds: [id],
        evidence: NO_EVIDENCE,
      },
    })),
  );
  const next = changeAfter(covered, now);
  return {
    slots: [],
    intervals: toIntervals(covered, part, now).map(interval => ({
      ...interval,
      versionId: version.id,
      target: by.target,
    })),
    events: [],
    line: covered,
    // What it would be after its part is another version's to say.
    nextAt: next !== undefined && next < part.to ? [next] : [],
  };
}

/** What was counted in a part, and what is known of later already. */
export function countEvents(given: Given<LineJudge>): {
  events: JudgedEvents[];
  nextAt: number[];
} {
  const { by, version, part, facts, now } = given;
  const exclusions = exclusionsOf(given);
  const counted = by.events?.({ window: part, facts }) ?? [];
  return {
    events: counted
      .filter(
        ({ at }) =>
          at <= now &&
          !exclusions.some(({ from, to }) => from <= at && at < to),
      )
      .sort((a, b) => a.at - b.at)
      .map(({ at, good, total }) => ({
        at,
        good,
        total,
        versionId: version.id,
        target: by.target,
      })),
    nextAt: counted.map(({ at }) => at),
  };
}
