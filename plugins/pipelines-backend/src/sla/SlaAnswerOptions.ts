import type { Exclusion } from '@techflow/backstage-plugin-pipelines-common';
import { PortfolioStore } from '../database/scores/PortfolioStore';
import { ScoreStore } from '../database/scores/ScoreStore';
import { PipelineAccess } from '../pipelines/PipelineAccess';
import { Clock } from '../rotations/Clock';

/** Finds what does not count within a time, as the API answers it. */
export type ExclusionsTouching = (options: {
  pipelineRef: string;
  from: Date;
  to: Date;
}) => Promise<readonly Exclusion[]>;

/** What answers about promises need. */
export interface SlaAnswerOptions {
  readonly access: Pick<PipelineAccess, 'authorize' | 'visibleOfRecorded'>;
  readonly scores: ScoreStore;
  readonly portfolio: PortfolioStore;
  readonly exclusionsTouching: ExclusionsTouching;
  /** Days of the zone after the end of a month at which it closes. */
  readonly closeAfterDays: number;
  readonly now: Clock;
}
