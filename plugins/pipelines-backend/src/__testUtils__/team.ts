import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  RELATION_ROTATES_THROUGH,
  RotationSpec,
} from '@techflow/backstage-plugin-pipelines-common';
import { OWNER } from './startPipelines';

/** Tuesday noon UTC in the second shift of {@link team}, which is B's. */
export const NOW = new Date('2026-12-01T12:00:00Z');

export const TEAM = 'rotation:default/team';
export const TEAM_PATH = '/api/pipelines/v1/rotations/default/team';

/** Full reference of a user. */
export const user = (name: string) => `user:default/${name}`;

/** A, B and C, weekly from Monday 2026-11-23 09:00 in New York. */
export function team(changes: Partial<RotationSpec> = {}): Entity {
  const members = changes.members ?? ['a', 'b', 'c'];
  return {
    apiVersion: 'techflow.io/v1alpha1',
    kind: 'Rotation',
    metadata: { name: 'team', namespace: 'default' },
    spec: {
      type: 'weekly',
      owner: 'group:data-engineering',
      start: '2026-11-23',
      handoff: {
        weekday: 'monday',
        time: '09:00',
        timeZone: 'America/New_York',
      },
      ...changes,
      members,
    },
    relations: [
      { type: RELATION_OWNED_BY, targetRef: OWNER },
      ...members.map(member => ({
        type: RELATION_ROTATES_THROUGH,
        targetRef: user(member),
      })),
    ],
  };
}
