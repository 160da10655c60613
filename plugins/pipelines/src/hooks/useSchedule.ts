import {
  Gap,
  PipelinesApi,
  Shift,
} from '@techflow/backstage-plugin-pipelines-common';
import { Loaded } from './useLoaded';
import { useOfRotation } from './useOfRotation';

/** Stretches that one request brings. */
const PAGE = 200;

/** Duty in a range, all pages of it. */
export interface DutyInRange {
  timeZone: string;
  shifts: Shift[];
  gaps: Gap[];
}

async function allPages(
  pipelinesApi: PipelinesApi,
  range: { rotationRef: string; from: string; to: string },
): Promise<DutyInRange> {
  const shifts: Shift[] = [];
  const gaps: Gap[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await pipelinesApi.getShifts({
      ...range,
      limit: PAGE,
      cursor,
    });
    shifts.push(...page.items);
    gaps.push(...page.gaps);
    cursor = page.nextCursor;
    if (!cursor) return { timeZone: page.timeZone, shifts, gaps };
  }
}

/** Duty and gaps that overlap a range of at most 400 days. */
export function useSchedule(range: {
  rotationRef: string;
  /** ISO 8601 instant. */
  from: string;
  /** ISO 8601 instant. */
  to: string;
}): Loaded<DutyInRange> {
  const { rotationRef, from, to } = range;
  return useOfRotation(rotationRef, `${from} ${to}`, pipelinesApi =>
    allPages(pipelinesApi, { rotationRef, from, to }),
  );
}
