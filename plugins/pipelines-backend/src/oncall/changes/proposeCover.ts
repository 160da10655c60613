import { minuteOf } from '../layers/piece';
import { Gap, Segment } from '../resolvedShift';
import { Roster, RotationState } from '../roster';
import { BaseShift } from '../versions/timeline';
import { listInWords, momentInWords } from '../words';
import { daysOf } from './absence';

/** A cover that would work. */
export interface CoverProposal {
  readonly kind: 'cover';
  readonly from: Date;
  /** First instant after it. */
  readonly to: Date;
  /** Entity ref of the next in rotation who is free. */
  readonly by: string;
  /** Who came before in sequence and is away, or was said to be. */
  readonly passedOver: readonly string[];
}

/** Nobody is free: the gap that there will be, for level 2 to be told. */
export interface UncoveredProposal {
  readonly kind: 'uncovered';
  readonly gap: Gap;
}

/** There is no duty to cover: the rotation has not begun. */
export interface NothingToCover {
  readonly kind: 'none';
}

export interface CoverOptions {
  /** A cover begins in the minute of `now` at the earliest. */
  readonly now: Date;
  /** Entity refs of others who are known not to be free. */
  readonly unavailable?: readonly string[];
}

/** Holder's duty is covered to the end of the shift, another's to its own end. */
function endOfDuty(segments: readonly Segment[], at: number): number {
  const rest = segments.filter(({ end }) => end.getTime() > at);
  const [first] = rest;
  const primary = first.kind === 'duty' ? first.primary : undefined;
  if (primary === first.holder) {
    return rest[rest.length - 1].end.getTime();
  }
  const other = rest.findIndex(
    segment =>
      (segment.kind === 'duty' ? segment.primary : undefined) !== primary,
  );
  return (other < 0 ? rest[rest.length - 1] : rest[other - 1]).end.getTime();
}

/**
 * Who stands in when whoever has duty is not available: the next in rotation who
 * is free, from a moment to the end of the shift.
 *
 * Source: "If primary on-call person is unavailable, next person in rotation
 * covers".
 *
 * @param state - the rotation and its changes
 * @param at - from when; in the past means `now`
 * @throws RangeError if a date is invalid, or a version or change malformed
 */
export function proposeCover(
  state: RotationState,
  at: Date,
  options: CoverOptions,
): CoverProposal | UncoveredProposal | NothingToCover {
  const { now, unavailable = [] } = options;
  const roster = new Roster(state);
  const from = Math.max(minuteOf(at), minuteOf(now));
  const shift = roster.timeline.shiftAt(from);
  const segments = shift ? roster.segmentsOf(shift) : [];
  const segment = segments.find(({ end }) => end.getTime() > from);
  if (!shift || !segment) {
    return { kind: 'none' };
  }
  const to = endOfDuty(segments, from);
  const { members, timeZone } = shift.span.version.plan;
  const days = daysOf(from, to, timeZone);
  const primary = segment.kind === 'duty' ? segment.primary : segment.holder;
  const place = members.indexOf(
    members.includes(primary) ? primary : segment.holder,
  );
  const passedOver: string[] = [];
  for (let step = 1; step <= members.length; step += 1) {
    const by = members[(place + step) % members.length];
    const isFree =
      by !== primary &&
      !unavailable.includes(by) &&
      !roster.absences.isAway(by, days, now.getTime());
    if (isFree) {
      return {
        kind: 'cover',
        from: new Date(from),
        to: new Date(to),
        by,
        passedOver,
      };
    }
    if (by !== primary) {
      passedOver.push(by);
    }
  }
  const gap = gapOf(segment, shift, { from, to, away: passedOver }, roster);
  return { kind: 'uncovered', gap };
}

function gapOf(
  segment: Segment,
  shift: BaseShift,
  found: { from: number; to: number; away: readonly string[] },
  { nameOf }: Roster,
): Gap {
  const { timeZone } = shift.span.version.plan;
  const { number, holder, watching, reasons } = segment;
  const { from, to } = found;
  const out = segment.kind === 'duty' ? [segment.primary] : [...segment.away];
  const away = [...new Set([...out, ...found.away])];
  const [begin, until] = [from, to].map(at => momentInWords(at, timeZone));
  return {
    kind: 'gap',
    number,
    start: new Date(from),
    end: new Date(to),
    holder,
    watching,
    reasons,
    away,
    toldLevel: 2,
    text: `Nobody has duty from ${begin} to ${until} (${timeZone}), because ${listInWords(
      away.map(nameOf),
    )} ${away.length === 1 ? 'is' : 'are'} not available; level 2 is told`,
  };
}
