import {
  Gap,
  RotationChange,
  Shift,
} from '@techflow/backstage-plugin-pipelines-common';
import { DateTime } from 'luxon';
import { allHandsReason, decidingReason } from './shiftReasons';

/** What there is to know of a month: duty, gaps, and swaps not answered yet. */
export interface Schedule {
  timeZone: string;
  shifts: readonly Shift[];
  gaps: readonly Gap[];
  swaps: readonly RotationChange[];
}

/** One person's part of a day; without a person, nobody is available. */
export interface DayPart {
  primary?: string;
  /** How much of the day it is, from 0 to 1. */
  share: number;
  /** Its stretches, which differ in their reasons only. */
  shifts: Shift[];
  gap?: Gap;
}

/** What is worth a word on a day. */
export type DayMark =
  | { type: 'holiday' | 'swap' | 'cover' | 'gap'; text: string }
  | { type: 'all-hands'; text: string }
  | { type: 'swap-asked'; text: string };

/** A day of the calendar, in the rotation's zone. */
export interface PlannedDay {
  date: string;
  parts: DayPart[];
  marks: DayMark[];
  /** Whether a swap of its shift waits for an answer; marked on the shift's first day. */
  isSwapAsked: boolean;
}

interface Span {
  start: string;
  end: string;
}

function overlap({ start, end }: Span, from: number, to: number): number {
  return Math.min(Date.parse(end), to) - Math.max(Date.parse(start), from);
}

/** A change is marked where its stretch begins, not on each of its days. */
function beginsOn(
  reason: { changeId: string },
  { number }: Shift,
  { shifts, from }: { shifts: readonly Shift[]; from: number },
): boolean {
  const first = shifts.find(
    shift =>
      shift.number === number &&
      shift.reasons.some(
        other => 'changeId' in other && other.changeId === reason.changeId,
      ),
  );
  return first !== undefined && Date.parse(first.start) >= from;
}

function reasonMark(
  shift: Shift,
  day: { date: string; from: number; shifts: readonly Shift[] },
): DayMark[] {
  const { date } = day;
  const reason = decidingReason(shift);
  switch (reason.type) {
    case 'holiday': {
      const today = reason.holidays.filter(holiday => holiday.date === date);
      const names = (today.length ? today : reason.holidays).map(
        ({ name }) => name,
      );
      return [{ type: 'holiday', text: [...new Set(names)].join(', ') }];
    }
    case 'swap':
      return beginsOn(reason, shift, day)
        ? [{ type: 'swap', text: 'swapped' }]
        : [];
    case 'cover':
      return beginsOn(reason, shift, day)
        ? [{ type: 'cover', text: 'covers' }]
        : [];
    default:
      return [];
  }
}

function distinct(marks: DayMark[]): DayMark[] {
  return [...new Map(marks.map(mark => [mark.text, mark])).values()];
}

/** Duty on one day (`yyyy-MM-dd` in the rotation's zone), and what is special about it. */
export function planDay(date: string, schedule: Schedule): PlannedDay {
  const { timeZone, shifts, gaps, swaps } = schedule;
  const begin = DateTime.fromISO(date, { zone: timeZone }).startOf('day');
  const from = begin.toMillis();
  const to = begin.plus({ days: 1 }).startOf('day').toMillis();

  const stretches = [
    ...shifts.map(shift => ({ shift, gap: undefined, span: shift })),
    ...gaps.map(gap => ({ shift: undefined, gap, span: gap })),
  ]
    .filter(({ span }) => overlap(span, from, to) > 0)
    .sort((a, b) => Date.parse(a.span.start) - Date.parse(b.span.start));

  const parts: DayPart[] = [];
  for (const { shift, gap, span } of stretches) {
    const share = overlap(span, from, to) / (to - from);
    const last = parts[parts.length - 1];
    if (last && !gap && last.primary === shift?.primary && !last.gap) {
      last.share += share;
      if (shift) last.shifts.push(shift);
    } else {
      const own = shift ? [shift] : [];
      parts.push({ primary: shift?.primary, share, shifts: own, gap });
    }
  }

  const today = parts.flatMap(part => part.shifts);
  const asked = swaps
    .flatMap(change =>
      change.type === 'swap' && change.state === 'proposed'
        ? change.shifts
        : [],
    )
    .filter(side => overlap(side, from, to) > 0);
  const beginsAsked = asked.some(({ start }) => Date.parse(start) >= from);
  const marks: DayMark[] = [
    ...today.flatMap(shift => reasonMark(shift, { date, from, shifts })),
    ...parts.flatMap((part): DayMark[] =>
      part.gap ? [{ type: 'gap', text: 'nobody' }] : [],
    ),
    ...(today.some(allHandsReason)
      ? [{ type: 'all-hands' as const, text: 'all watch' }]
      : []),
    ...(beginsAsked
      ? [{ type: 'swap-asked' as const, text: 'swap asked' }]
      : []),
  ];
  return { date, parts, marks: distinct(marks), isSwapAsked: asked.length > 0 };
}
