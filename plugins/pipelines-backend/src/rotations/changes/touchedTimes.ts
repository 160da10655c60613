import { Timeline, RotationState } from '../../oncall';
import { WantedChange } from './wanted';

/** From the first instant up to but without the last. */
export interface Time {
  readonly from: Date;
  readonly to: Date;
}

/** The shifts of a swap, or the time of a cover: earlier first. */
export function touchedTimes(
  { versions }: RotationState,
  { change }: WantedChange,
): Time[] {
  if (change.type === 'cover') return [{ from: change.from, to: change.to }];
  const timeline = new Timeline(versions);
  return [...change.shifts]
    .sort((one, other) => one - other)
    .flatMap(number => {
      const shift = timeline.shiftNumbered(number);
      return shift
        ? [{ from: new Date(shift.start), to: new Date(shift.end) }]
        : [];
    });
}
