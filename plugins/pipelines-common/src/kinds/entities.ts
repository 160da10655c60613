import { Entity } from '@backstage/catalog-model';
import { API_VERSION, PipelinesKind } from '../constants';
import type { EscalationPolicySpec } from './escalationPolicy';
import type { PipelineSpec } from './pipeline';
import type { RotationSpec } from './rotation';
import type { RunbookSpec } from './runbook';

/**
 * A data pipeline: who owns it, what it promises, what to do when it breaks.
 *
 * @public
 */
export interface PipelineEntity extends Entity {
  /** Always `Pipeline`. */
  kind: 'Pipeline';
  /** What the schema of the kind allows; the catalog has checked it. */
  spec: PipelineSpec;
}

/**
 * People who take on-call duty in turn.
 *
 * @public
 */
export interface RotationEntity extends Entity {
  /** Always `Rotation`. */
  kind: 'Rotation';
  /** What the schema of the kind allows; the catalog has checked it. */
  spec: RotationSpec;
}

/**
 * Known troubles of pipelines: symptom, actions, escalation.
 *
 * @public
 */
export interface RunbookEntity extends Entity {
  /** Always `Runbook`. */
  kind: 'Runbook';
  /** What the schema of the kind allows; the catalog has checked it. */
  spec: RunbookSpec;
}

/**
 * Who is told about an issue, level by level.
 *
 * @public
 */
export interface EscalationPolicyEntity extends Entity {
  /** Always `EscalationPolicy`. */
  kind: 'EscalationPolicy';
  /** What the schema of the kind allows; the catalog has checked it. */
  spec: EscalationPolicySpec;
}

/*
 * The guards look at kind and apiVersion alone: an entity that the catalog
 * serves has passed the schema. They take no zod along, so that a page can ask
 * without loading it.
 */
function isKind(entity: Entity, kind: PipelinesKind): boolean {
  return entity.apiVersion === API_VERSION && entity.kind === kind;
}

/** Whether an entity from the catalog is a Pipeline. @public */
export function isPipelineEntity(entity: Entity): entity is PipelineEntity {
  return isKind(entity, 'Pipeline');
}

/** Whether an entity from the catalog is a Rotation. @public */
export function isRotationEntity(entity: Entity): entity is RotationEntity {
  return isKind(entity, 'Rotation');
}

/** Whether an entity from the catalog is a Runbook. @public */
export function isRunbookEntity(entity: Entity): entity is RunbookEntity {
  return isKind(entity, 'Runbook');
}

/** Whether an entity from the catalog is an EscalationPolicy. @public */
export function isEscalationPolicyEntity(
  entity: Entity,
): entity is EscalationPolicyEntity {
  return isKind(entity, 'EscalationPolicy');
}
