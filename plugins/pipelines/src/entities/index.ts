export { fullRef, optionalFullRef } from './fullRef';
export {
  escalationSteps,
  type EscalationContact,
  type EscalationRole,
  type EscalationStep,
} from './escalationSteps';
export {
  OWNERSHIP_FIELDS,
  ownershipRow,
  type OwnershipRow,
} from './ownershipRow';
export { pipelinesThat, relatedTo } from './pipelineQuery';
export { scheduleZone } from './scheduleZone';
