import { Reason } from '../reason';
import { Segment } from '../resolvedShift';
import { Roster, RotationState } from '../roster';
import { listInWords } from '../words';

/** What stands in a calendar. */
export interface CalendarEvent {
  /**
   * Made of rotation, shift number and member, never of times: it stays when the
   * shift moves, so that readers move their event and do not add a second.
   */
  readonly uid: string;
  readonly kind: 'duty' | 'watching' | 'gap';
  readonly start: Date;
  /** First instant after it. */
  readonly end: Date;
  /** The line that a calendar shows. */
  readonly summary: string;
  /** The reasons, a line each. */
  readonly description: string;
}

export interface CalendarSubject {
  /** Entity ref of the rotation. */
  readonly rotationRef: string;
  /** What the rotation is called in the calendar. */
  readonly title: string;
  /** First instant; the shift during which it lies is given whole. */
  readonly from: Date;
  /** First instant after; the shift that reaches over it is given whole. */
  readonly to: Date;
  /** Entity ref: only what concerns this member. Absent: the whole rotation. */
  readonly member?: string;
}

interface Topic {
  readonly kind: CalendarEvent['kind'];
  /** Last part of the UID. */
  readonly key: string;
  readonly summary: string;
}

interface Run {
  start: Date;
  end: Date;
  readonly reasons: Map<string, Reason>;
}

const periodsOf = ({ reasons }: Segment) =>
  reasons.flatMap(reason => (reason.type === 'all-hands' ? reason.name : []));

/** What a segment says to the one who subscribes. */
function topicsOf(
  segment: Segment,
  { title, member }: CalendarSubject,
  nameOf: (ref: string) => string,
): Topic[] {
  const topics: Topic[] = [];
  if (segment.kind === 'gap') {
    const summary = `Nobody on call: ${title}`;
    topics.push({ kind: 'gap', key: 'nobody', summary });
  } else if (member === undefined || member === segment.primary) {
    const { primary } = segment;
    const summary = `On call: ${nameOf(primary)}, ${title}`;
    topics.push({ kind: 'duty', key: primary, summary });
  }
  const watches =
    member === undefined
      ? segment.watching.length > 0
      : segment.watching.includes(member);
  if (watches) {
    const who = member === undefined ? 'Everyone watches' : 'Watching';
    const summary = `${who}: ${listInWords(periodsOf(segment))}, ${title}`;
    topics.push({
      kind: 'watching',
      key: `watching/${member ?? 'everyone'}`,
      summary,
    });
  }
  return topics;
}

/** Joins what follows without a break; reasons are kept once each. */
function runsOf(segments: readonly Segment[]): Run[] {
  const runs: Run[] = [];
  for (const { start, end, reasons } of segments) {
    let last = runs[runs.length - 1];
    if (last?.end.getTime() === start.getTime()) {
      last.end = end;
    } else {
      last = { start, end, reasons: new Map() };
      runs.push(last);
    }
    reasons.forEach(reason => last.reasons.set(reason.text, reason));
  }
  return runs;
}

/**
 * What a calendar shows of a rotation: each person's unbroken duty within a shift
 * is one event, so is a time in which everyone watches, and a gap.
 *
 * Only whole shifts are given: a UID must not depend on where the span begins.
 *
 * @throws RangeError if a date is invalid, or a version or change malformed
 */
export function calendarEvents(
  state: RotationState,
  subject: CalendarSubject,
): CalendarEvent[] {
  const roster = new Roster(state);
  const { rotationRef, from, to } = subject;
  const shifts = roster.timeline.between(from.getTime(), to.getTime());
  return shifts.flatMap(shift => {
    const topics = new Map<string, { topic: Topic; segments: Segment[] }>();
    for (const segment of roster.segmentsOf(shift)) {
      for (const topic of topicsOf(segment, subject, state.nameOf)) {
        const found = topics.get(topic.key) ?? { topic, segments: [] };
        topics.set(topic.key, found);
        found.segments.push(segment);
      }
    }
    return [...topics.values()].flatMap(({ topic, segments }) =>
      runsOf(segments).map(({ start, end, reasons }, index): CalendarEvent => {
        const part = index === 0 ? '' : `/part-${index + 1}`;
        return {
          uid: `${rotationRef}/shift-${shift.number}/${topic.key}${part}`,
          kind: topic.kind,
          start,
          end,
          summary: topic.summary,
          description: [...reasons.keys()].join('\n'),
        };
      }),
    );
  });
}

/**
 * Events that a reader may still show and that are no more: to be given once more
 * as cancelled.
 *
 * @param before - what was given, or would be without the changes
 * @param now - what is given
 */
export function cancelledEvents(
  before: readonly CalendarEvent[],
  now: readonly CalendarEvent[],
): CalendarEvent[] {
  const given = new Set(now.map(({ uid }) => uid));
  return before.filter(({ uid }) => !given.has(uid));
}
