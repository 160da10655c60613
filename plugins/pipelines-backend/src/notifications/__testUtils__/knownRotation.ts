import { RotationEntity } from '@techflow/backstage-plugin-pipelines-common';
import { RotationState } from '../../oncall';
import { stateOf, weekly } from '../../oncall/__testUtils__/exampleRotation';
import { KnownRotation } from '../../rotations/KnownRotation';

export const ENGINEERS = 'rotation:default/engineers';

const entity: RotationEntity = {
  apiVersion: 'techflow.io/v1alpha1',
  kind: 'Rotation',
  metadata: { name: 'engineers', namespace: 'default', title: 'Engineers' },
  spec: {
    type: 'weekly',
    owner: 'group:default/data-engineering',
    members: weekly.members.map(String),
    start: weekly.start,
    handoff: {
      weekday: 'monday',
      time: weekly.handoffTime,
      timeZone: weekly.timeZone,
    },
  },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/data-engineering' }],
};

/** Data Engineers A to D, Mondays at 09:00 in New York, as it is read. */
export function knownRotation(
  changes: Partial<RotationState> = {},
  plan = weekly,
): KnownRotation {
  return {
    ref: ENGINEERS,
    entity,
    timeZone: plan.timeZone,
    meetingMinutes: 30,
    knownSince: new Date('2026-01-01T00:00:00Z'),
    revision: 0,
    state: stateOf(plan, changes),
  };
}
