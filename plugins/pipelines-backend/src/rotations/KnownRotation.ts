import { RotationEntity } from '@techflow/backstage-plugin-pipelines-common';
import { RotationState } from '../oncall';

/** A rotation with all that is recorded of it: what every answer is made from. */
export interface KnownRotation {
  /** Full entity reference. */
  readonly ref: string;
  /** As the catalog has it now. */
  readonly entity: RotationEntity;
  /** IANA zone of its handoffs, by the version that holds now. */
  readonly timeZone: string;
  /** Length of its handoff meeting, by the version that holds now. */
  readonly meetingMinutes: number;
  /** When its first version was recorded: nothing was asked of anybody before. */
  readonly knownSince: Date;
  /** How often changes took or lost effect: see `RotationDuty`. */
  readonly revision: number;
  /** Versions, accepted swaps, covers, absences: for the engine. */
  readonly state: RotationState;
}
