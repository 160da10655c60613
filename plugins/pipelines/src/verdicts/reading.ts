import {
  Evidence,
  Verdict,
  VerdictReason,
} from '@techflow/backstage-plugin-pipelines-common';
import { shortInstant, timeLeft } from '../time';

/** When a verdict is read, and how its figures are written. */
export interface VerdictReading {
  /** Milliseconds since the epoch. */
  now: number;
  /** End of a time that is over, ISO 8601: ages are said as they were then. */
  until?: string;
  /** Writes a figure of its metric; a plain number without it. */
  figure?: (value: number) => string;
  /** What a metric is called; by its own name without it. */
  metricName?: (metric: string) => string;
}

/** Evidence of one type. */
export type EvidenceOf<TType extends Evidence['type']> = Extract<
  Evidence,
  { type: TType }
>;

/** A verdict with evidence of one type. */
export type Judged<TType extends Evidence['type']> = Omit<
  Verdict,
  'evidence'
> & { evidence: EvidenceOf<TType> };

const DAY = 86_400_000;

/** "due in 5 h 12 min"; of a day and more "due 1 Dec 06:00". */
export function dueWords(dueAt: string, now: number): string {
  const left = Date.parse(dueAt) - now;
  if (left < 0) return `was due ${shortInstant(dueAt, { now })}`;
  return left < DAY
    ? `due in ${timeLeft(left)}`
    : `due ${shortInstant(dueAt, { now })}`;
}

/** Milliseconds that the data was old when it is read, or was at the end of a time. */
export function ageOf(
  { newest }: EvidenceOf<'age'>,
  { now, until }: VerdictReading,
): number {
  const at = until === undefined ? now : Math.min(Date.parse(until), now);
  return Math.max(0, at - Date.parse(newest));
}

/** Why there is nothing to judge or to compare with: in two words, and in full. */
export const NOTHING_WORDS: Partial<
  Record<VerdictReason, { fact: string; sentence: string }>
> = {
  'never-measured': {
    fact: 'not measured',
    sentence: 'Nothing was measured yet.',
  },
  'not-measured': {
    fact: 'not measured',
    sentence: 'Nothing was measured for the period.',
  },
  error: {
    fact: 'not measured',
    sentence: 'It could not be measured.',
  },
  'total-zero': {
    fact: 'nothing to count',
    sentence: 'There was nothing to count: the total was 0.',
  },
  'not-watched': {
    fact: 'not watched',
    sentence: 'Nothing watches whether it is up: no alert names this pipeline.',
  },
  'no-earlier-period': {
    fact: 'nothing to compare',
    sentence: 'There is no earlier period to compare with yet.',
  },
  'baseline-not-positive': {
    fact: 'no percentage',
    sentence:
      'The earlier figure is zero or less: a percentage of it says nothing, and none is taken.',
  },
  'baseline-too-small': {
    fact: 'too small to compare',
    sentence: 'The earlier figure is too small to take a percentage of it.',
  },
  'too-few-samples': {
    fact: 'too few figures',
    sentence: 'There are too few figures yet to say what is usual.',
  },
  'no-spread': {
    fact: 'no spread',
    sentence:
      'All figures before were nearly the same, so that nothing says what is unusual.',
  },
};
