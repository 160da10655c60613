import { CronExpressionParser } from 'cron-parser';
import { durationToMillis } from '@techflow/backstage-plugin-pipelines-common';
import type { PipelineSpec } from '@techflow/backstage-plugin-pipelines-common';

/** When runs are expected, for one audience. */
export type Schedule = NonNullable<PipelineSpec['schedules']>[number];

/** The slot of a schedule that a run answers. */
export interface Slot {
  readonly audience: string;
  /** When the run is expected. */
  readonly expectedAt: Date;
  /** The last instant that is still on time. */
  readonly dueAt: Date;
}

// Schedulers fire a little early by our clock, never by minutes.
const EARLY_MS = 60_000;

/** The last expected time at or before an instant. */
function lastAt(schedule: Schedule, instant: Date): Date {
  // The parser looks for times before its start, so the start is a little later.
  const parser = CronExpressionParser.parse(schedule.cron, {
    currentDate: new Date(instant.getTime() + 1_000),
    tz: schedule.timeZone,
  });
  return parser.prev().toDate();
}

function isExpected(schedule: Schedule, instant: Date): boolean {
  return lastAt(schedule, instant).getTime() === instant.getTime();
}

/**
 * The expected time that a run means. Schedulers that work on intervals of data
 * name the beginning and the end of one, and run at the end; others name the time
 * of the run itself. Without a name, it is the last one before the run began.
 */
function expectedAt(
  schedule: Schedule,
  run: { begunAt: Date; nominal?: { start: Date; end?: Date } },
): Date {
  const { nominal, begunAt } = run;
  const named = [nominal?.end, nominal?.start].find(
    instant => instant !== undefined && isExpected(schedule, instant),
  );
  return named ?? lastAt(schedule, new Date(begunAt.getTime() + EARLY_MS));
}

/**
 * The slot that a run answers: of the given schedules the one whose expected time
 * is nearest. Pure.
 *
 * @returns undefined without schedules
 */
export function slotOfRun(
  schedules: readonly Schedule[],
  run: { begunAt: Date; nominal?: { start: Date; end?: Date } },
): Slot | undefined {
  const slots = schedules.map(schedule => {
    const expected = expectedAt(schedule, run);
    const grace = durationToMillis(schedule.grace ?? '0m');
    return {
      audience: schedule.audience,
      expectedAt: expected,
      dueAt: new Date(expected.getTime() + grace),
    };
  });
  return slots.sort((a, b) => +b.expectedAt - +a.expectedAt)[0];
}
