import {
  getCompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { RotationEntity } from '@techflow/backstage-plugin-pipelines-common';
import { RotationPlan, startOfDate } from '../oncall';

const USUAL_MEETING_MINUTES = 30;
const USUAL_ALL_HANDS_DAYS = 7;

/**
 * The spec of a valid Rotation as the on-call engine reads it; members in full
 * form. What the spec leaves out is filled in, so that a default that somebody
 * writes down makes no other plan.
 */
export function toRotationPlan(entity: RotationEntity): RotationPlan {
  const { spec } = entity;
  const { namespace } = getCompoundEntityRef(entity);
  return {
    members: spec.members.map(member =>
      stringifyEntityRef(
        parseEntityRef(member, {
          defaultKind: 'User',
          defaultNamespace: namespace,
        }),
      ),
    ),
    type: spec.type,
    length: spec.length ?? 1,
    start: spec.start,
    handoffTime: spec.handoff.time,
    timeZone: spec.handoff.timeZone,
    meetingMinutes: spec.handoff.meetingMinutes ?? USUAL_MEETING_MINUTES,
    ...(spec.holidays && {
      holidays: {
        rule: spec.holidays.rule ?? 'next-in-sequence',
        dates: spec.holidays.dates.map(({ date, name }) => ({ date, name })),
      },
    }),
    ...(spec.allHands && {
      allHands: spec.allHands.map(({ name, days }) => ({
        name,
        days: days ?? USUAL_ALL_HANDS_DAYS,
      })),
    }),
  };
}

/** When a change of the entity may hold at the earliest, if the entity says so. */
export function effectiveFromOf({ spec }: RotationEntity): Date | undefined {
  const { effectiveFrom, handoff } = spec;
  return effectiveFrom
    ? startOfDate(effectiveFrom, handoff.timeZone)
    : undefined;
}
