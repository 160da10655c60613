import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  Criticality,
  isPipelineEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import { fullRef, optionalFullRef } from './fullRef';

/** The parts of a Pipeline that {@link ownershipRow} reads. */
export const OWNERSHIP_FIELDS = [
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.type',
  'spec.criticality',
  'spec.owner',
  'spec.secondaryOwner',
  'spec.stakeholders',
  'spec.rotation',
  'spec.runbook',
];

/** One line of the ownership matrix: who answers for a pipeline. */
export interface OwnershipRow {
  pipelineRef: string;
  criticality: Criticality;
  ownerRef: string;
  secondaryOwnerRef?: string;
  stakeholderRefs: string[];
  rotationRef?: string;
  runbookRef?: string;
}

/** The line of a Pipeline; none for an entity of another kind. */
export function ownershipRow(entity: Entity): OwnershipRow | undefined {
  if (!isPipelineEntity(entity)) return undefined;
  const { spec } = entity;
  const group = { kind: 'Group', from: entity };
  return {
    pipelineRef: stringifyEntityRef(entity),
    criticality: spec.criticality,
    ownerRef: fullRef(spec.owner, group),
    secondaryOwnerRef: optionalFullRef(spec.secondaryOwner, group),
    stakeholderRefs: (spec.stakeholders ?? []).map(ref => fullRef(ref, group)),
    rotationRef: optionalFullRef(spec.rotation, {
      kind: 'Rotation',
      from: entity,
    }),
    runbookRef: optionalFullRef(spec.runbook, {
      kind: 'Runbook',
      from: entity,
    }),
  };
}
