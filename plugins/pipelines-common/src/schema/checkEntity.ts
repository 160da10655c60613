import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { API_VERSION, PIPELINE_KINDS } from '../constants';
import {
  isEscalationPolicyEntity,
  isPipelineEntity,
  isRotationEntity,
  isRunbookEntity,
} from '../kinds/entities';
import { escalationPolicyFaults } from './checkEscalationPolicy';
import { pipelineFaults } from './checkPipeline';
import { rotationFaults } from './checkRotation';
import { runbookFaults } from './checkRunbook';
import { EntityFault, fault } from './fault';
import { nearMiss } from './nearMiss';
import { structureFaults } from './structure';

const GROUP = API_VERSION.split('/')[0];

function crossFaults(entity: Entity): EntityFault[] {
  if (isPipelineEntity(entity)) {
    return pipelineFaults(entity.spec, stringifyEntityRef(entity));
  }
  if (isRotationEntity(entity)) return rotationFaults(entity.spec);
  if (isRunbookEntity(entity)) return runbookFaults(entity.spec);
  return isEscalationPolicyEntity(entity)
    ? escalationPolicyFaults(entity.spec)
    : [];
}

/**
 * Whether an entity means to be one of ours: its `apiVersion` is of our group,
 * in whatever version.
 *
 * @public
 */
export function isPipelinesEntity(entity: Entity): boolean {
  return entity.apiVersion.split('/')[0] === GROUP;
}

/**
 * All that is wrong with an entity of our group, as sentences that name the
 * path, what was found and what is allowed. An entity of another group has no
 * faults here: it is not ours to judge.
 *
 * @public
 */
export function checkEntity(entity: Entity): EntityFault[] {
  if (!isPipelinesEntity(entity)) return [];
  if (entity.apiVersion !== API_VERSION) {
    return [
      fault({
        path: ['apiVersion'],
        found: entity.apiVersion,
        allowed: API_VERSION,
      }),
    ];
  }
  const kind = PIPELINE_KINDS.find(known => known === entity.kind);
  if (!kind) {
    return [
      fault({
        path: ['kind'],
        found: entity.kind,
        allowed: PIPELINE_KINDS.join(', ').replace(/, ([^,]*)$/, ' or $1'),
        suggestion: nearMiss(entity.kind, PIPELINE_KINDS),
      }),
    ];
  }
  const structural = structureFaults(kind, entity.spec);
  // Rules across fields read a whole spec; on a broken one they would only
  // repeat, or blame the wrong place.
  return structural.length > 0 ? structural : crossFaults(entity);
}
