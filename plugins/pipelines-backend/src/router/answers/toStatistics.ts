import type {
  MemberLoad as LoadAnswer,
  RotationStatistics,
} from '@techflow/backstage-plugin-pipelines-common';
import { Balance, MemberLoad, statistics } from '../../oncall';
import { KnownRotation } from '../../rotations';

function toLoad(load: MemberLoad): LoadAnswer {
  return {
    member: load.member,
    shifts: load.shifts,
    weekendDays: load.weekendDays,
    holidays: load.holidays,
    hours: load.hoursOnCall,
    watchingHours: load.hoursWatching,
  };
}

const loadsOf = ({ members }: Balance) => members.map(toLoad);

/** The load of each member in a range, as the API answers it. */
export function toStatistics(
  { ref, timeZone, state }: KnownRotation,
  range: { from: Date; to: Date; now: Date },
): RotationStatistics {
  const { total, past, planned } = statistics(state, range);
  return {
    rotationRef: ref,
    timeZone,
    from: range.from.toISOString(),
    to: range.to.toISOString(),
    total: loadsOf(total),
    past: loadsOf(past),
    planned: loadsOf(planned),
    spreadHours: total.spread.hoursOnCall,
  };
}
