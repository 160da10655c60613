import { RotationSpec } from '../kinds/rotation';
import { WEEKDAYS } from './deadline';
import { duplicateFaults, sameRef } from './duplicates';
import { EntityFault, fault } from './fault';

function weekdayOf(date: string): string {
  const sundayFirst = new Date(`${date}T00:00:00Z`).getUTCDay();
  return WEEKDAYS[(sundayFirst + 6) % 7];
}

function handoffFaults({ type, start, handoff }: RotationSpec): EntityFault[] {
  const path = ['spec', 'handoff', 'weekday'];
  const { weekday } = handoff;
  if (type === 'daily') {
    return weekday === undefined
      ? []
      : [
          fault({
            path,
            found: weekday,
            allowed: 'left out when spec.type is daily',
          }),
        ];
  }
  if (weekday === undefined) {
    return [
      fault({
        path,
        found: undefined,
        allowed: 'a day of the week when spec.type is weekly',
      }),
    ];
  }
  return weekdayOf(start) === weekday
    ? []
    : [
        fault({
          path: ['spec', 'start'],
          found: `${start} (a ${weekdayOf(start)})`,
          allowed: `a ${weekday}, as spec.handoff.weekday says`,
        }),
      ];
}

/** What a schema alone cannot say of a Rotation: nobody twice, and a start that is a handoff. */
export function rotationFaults(spec: RotationSpec): EntityFault[] {
  return [
    ...duplicateFaults(
      spec.members.map(ref => sameRef(ref, 'User')),
      index => ['spec', 'members', index],
    ),
    ...duplicateFaults(
      (spec.holidays?.dates ?? []).map(({ date }) => date),
      index => ['spec', 'holidays', 'dates', index, 'date'],
    ),
    ...handoffFaults(spec),
  ];
}
