import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { RotationSpec } from '@techflow/backstage-plugin-pipelines-common';
import { RotationPlan } from '../oncall';

/** The spec of a valid Rotation as the on-call engine reads it; members in full form. */
export function toRotationPlan(spec: RotationSpec): RotationPlan {
  return {
    members: spec.members.map(member =>
      stringifyEntityRef(
        parseEntityRef(member, {
          defaultKind: 'User',
          defaultNamespace: 'default',
        }),
      ),
    ),
    type: spec.type,
    length: spec.length ?? 1,
    start: spec.start,
    handoffTime: spec.handoff.time,
    timeZone: spec.handoff.timeZone,
  };
}
