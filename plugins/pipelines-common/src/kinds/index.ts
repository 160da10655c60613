export * from './entities';
export { objectiveSchema, type Objective } from './objectives';
export { monitorSchema, type Monitor } from './monitors';
export {
  pipelineSpecSchema,
  type BusinessCalendar,
  type Criticality,
  type PipelineMetric,
  type PipelineSpec,
} from './pipeline';
export { rotationSpecSchema, type RotationSpec } from './rotation';
export {
  runbookSpecSchema,
  type RunbookRow,
  type RunbookSpec,
} from './runbook';
export {
  escalationPolicySpecSchema,
  type EscalationLevel,
  type EscalationPolicySpec,
  type EscalationTarget,
} from './escalationPolicy';
export { severitySchema, type Severity } from './severity';
