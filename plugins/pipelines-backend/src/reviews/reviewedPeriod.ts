import { InputError } from '@backstage/errors';
import type { Objective } from '@techflow/backstage-plugin-pipelines-common';
import { DateTime } from 'luxon';
import { Period, periodAt } from '../evaluation/calendar/period';
import { dateOfDay, dayAt, startOfDate } from '../oncall/calendarDay';

/** A promise that somebody signs each period off. */
export type ReviewObjective = Extract<Objective, { type: 'review' }>;

const YEAR = /^(19[7-9]\d|20\d\d|21\d\d)-/;

const LABELS = {
  week: { format: "kkkk-'W'WW", example: '2026-W45' },
  month: { format: 'yyyy-MM', example: '2026-10' },
  quarter: { format: "yyyy-'Q'q", example: '2026-Q4' },
} as const;

/** The period that a label names; nothing if it names none of this length. */
function periodNamed(
  label: string,
  every: ReviewObjective['every'],
  timeZone: string,
): Period | undefined {
  if (!YEAR.test(label)) return undefined;
  const { format } = LABELS[every];
  const first = DateTime.fromFormat(label, format, { zone: 'utc' });
  if (!first.isValid) return undefined;
  const from = startOfDate(first.toFormat('yyyy-MM-dd'), timeZone);
  const period = periodAt(every, +from, timeZone);
  return period.label === label ? period : undefined;
}

/**
 * When a period may be signed at the earliest: when it is over. Where nothing else
 * is agreed it is due at its very end, so its last day has to do.
 */
function signableFrom(period: Period, due: string | undefined, zone: string) {
  if (due !== undefined) return new Date(period.to);
  return startOfDate(dateOfDay(dayAt(period.to - 1, zone)), zone);
}

/**
 * The period that is signed off, if it may be.
 *
 * @param options - `oldest`: what ended before that stays as it was judged
 * @throws InputError that names what was found and what is allowed
 */
export function reviewedPeriod(
  label: string,
  options: {
    objective: ReviewObjective;
    timeZone: string;
    now: Date;
    oldest: Date;
  },
): Period {
  const { objective, timeZone, now, oldest } = options;
  const { every, due } = objective;
  const period = periodNamed(label, every, timeZone);
  if (!period) {
    throw new InputError(
      `period: ${JSON.stringify(
        label,
      )} is no ${every}; it must be one such as ${LABELS[every].example}`,
    );
  }
  const from = signableFrom(period, due, timeZone);
  if (now < from) {
    const day = dateOfDay(dayAt(+from, timeZone));
    throw new InputError(
      `period: ${label} is not over yet; it can be signed from ${day} on (${timeZone})`,
    );
  }
  if (period.to <= +oldest) {
    throw new InputError(
      `period: ${label} ended too long ago; the data of that time is not kept any more, so it cannot be judged again; it must end after ${oldest.toISOString()}`,
    );
  }
  return period;
}
