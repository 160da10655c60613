import { Verdict } from '@techflow/backstage-plugin-pipelines-common';
import { DateTime } from 'luxon';
import { periodEnd } from '../time';

const LABELS = {
  week: "kkkk-'W'WW",
  month: 'yyyy-MM',
  quarter: "yyyy-'Q'q",
} as const;

/**
 * Labels of the periods that wait for a signature: the last one that is judged
 * and not signed, and the one that runs on its last day if it is due at its very
 * end.
 */
export function signablePeriods(options: {
  every: keyof typeof LABELS;
  /** Deadline of the promise; without it a period is due when it ends. */
  due?: string;
  timeZone: string;
  /** How the promise stands. */
  current?: Verdict;
  now: number;
}): string[] {
  const { every, due, timeZone, current, now } = options;
  const { evidence } = current ?? {};
  const isSigned = current?.state === 'met' || current?.reason === 'late';
  const waiting =
    evidence?.type === 'review' &&
    !isSigned &&
    current?.state !== 'excluded' &&
    (periodEnd(evidence.period, timeZone) ?? Infinity) <= now
      ? [evidence.period]
      : [];
  const today = DateTime.fromMillis(now, { zone: timeZone });
  const running = today.toFormat(LABELS[every]);
  const isLastDay = today.plus({ days: 1 }).toFormat(LABELS[every]) !== running;
  const isKnown = evidence?.type === 'review' && evidence.period === running;
  return due === undefined && isLastDay && !(isKnown && isSigned)
    ? [...new Set([...waiting, running])]
    : waiting;
}
