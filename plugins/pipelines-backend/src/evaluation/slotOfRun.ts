import { Schedule, SlotGrid } from './slots/SlotGrid';

export type { Schedule } from './slots/SlotGrid';

/** The slot of a schedule that a run answers. */
export interface RunSlotTimes {
  readonly audience: string;
  /** When the run is expected. */
  readonly expectedAt: Date;
  /** The last instant that is still on time. */
  readonly dueAt: Date;
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
): RunSlotTimes | undefined {
  const { nominal } = run;
  const times = {
    begunAt: run.begunAt.getTime(),
    ...(nominal && {
      nominal: {
        start: nominal.start.getTime(),
        ...(nominal.end && { end: nominal.end.getTime() }),
      },
    }),
  };
  const slots = schedules.flatMap(schedule => {
    const slot = SlotGrid.ofSchedule(schedule).ofRun(times);
    return slot ? [{ ...slot, audience: schedule.audience }] : [];
  });
  const [nearest] = slots.sort((a, b) => b.expectedAt - a.expectedAt);
  return (
    nearest && {
      audience: nearest.audience,
      expectedAt: new Date(nearest.expectedAt),
      dueAt: new Date(nearest.dueAt),
    }
  );
}
