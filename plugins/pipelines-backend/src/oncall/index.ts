export type { RotationPlan } from './rotationPlan';
export type { Reason, SequenceReason, Shift } from './shift';
export { onCall, shiftAt, shifts, whoAt } from './shifts';
export type { OnCall } from './shifts';
