import {
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import { PipelinesKind } from '../constants';
import {
  RELATION_ESCALATED_FROM,
  RELATION_ESCALATES_BY,
  RELATION_ESCALATES_TO,
  RELATION_ESCALATION_OF,
  RELATION_HAS_ROTATION,
  RELATION_HAS_RUNBOOK,
  RELATION_HAS_STAKEHOLDER,
  RELATION_ROTATES_IN,
  RELATION_ROTATES_THROUGH,
  RELATION_ROTATION_OF,
  RELATION_RUNBOOK_OF,
  RELATION_SECONDARY_OWNED_BY,
  RELATION_SECONDARY_OWNER_OF,
  RELATION_STAKEHOLDER_OF,
} from './types';

/** A spec field that names other entities, and the relations it makes. */
export interface RelationField {
  /** Name of the field in the spec. */
  field: string;
  /** Relation from our entity to the one named. */
  forward: string;
  /** Relation back. */
  reverse: string;
  /** The kinds that may be named; the first where the reference says none. */
  kinds: readonly [string, ...string[]];
}

const OWNER: RelationField = {
  field: 'owner',
  forward: RELATION_OWNED_BY,
  reverse: RELATION_OWNER_OF,
  kinds: ['Group', 'User'],
};

const SYSTEM: RelationField = {
  field: 'system',
  forward: RELATION_PART_OF,
  reverse: RELATION_HAS_PART,
  kinds: ['System'],
};

/** Deep in a spec (runbook rows, escalation targets), so it has no one field. */
export const ESCALATION_TARGET: Omit<RelationField, 'field'> = {
  forward: RELATION_ESCALATES_TO,
  reverse: RELATION_ESCALATED_FROM,
  kinds: ['Group', 'User'],
};

/** The fields of each kind's spec that make relations. */
export const RELATION_FIELDS: Record<PipelinesKind, readonly RelationField[]> =
  {
    Pipeline: [
      OWNER,
      SYSTEM,
      {
        field: 'secondaryOwner',
        forward: RELATION_SECONDARY_OWNED_BY,
        reverse: RELATION_SECONDARY_OWNER_OF,
        kinds: ['Group', 'User'],
      },
      {
        field: 'stakeholders',
        forward: RELATION_HAS_STAKEHOLDER,
        reverse: RELATION_STAKEHOLDER_OF,
        kinds: ['Group', 'User'],
      },
      {
        field: 'dependsOn',
        forward: RELATION_DEPENDS_ON,
        reverse: RELATION_DEPENDENCY_OF,
        kinds: ['Pipeline', 'Component', 'Resource', 'API'],
      },
      {
        field: 'rotation',
        forward: RELATION_HAS_ROTATION,
        reverse: RELATION_ROTATION_OF,
        kinds: ['Rotation'],
      },
      {
        field: 'escalationPolicy',
        forward: RELATION_ESCALATES_BY,
        reverse: RELATION_ESCALATION_OF,
        kinds: ['EscalationPolicy'],
      },
      {
        field: 'runbook',
        forward: RELATION_HAS_RUNBOOK,
        reverse: RELATION_RUNBOOK_OF,
        kinds: ['Runbook'],
      },
    ],
    Rotation: [
      OWNER,
      SYSTEM,
      {
        field: 'members',
        forward: RELATION_ROTATES_THROUGH,
        reverse: RELATION_ROTATES_IN,
        kinds: ['User'],
      },
    ],
    Runbook: [OWNER, SYSTEM],
    EscalationPolicy: [OWNER, SYSTEM],
  };
