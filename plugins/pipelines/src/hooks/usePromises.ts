import {
  Monitor,
  monitorWords,
  Objective,
  objectiveWords,
  ObjectiveWords,
  PipelineEntity,
  RuleWords,
} from '@techflow/backstage-plugin-pipelines-common';
import { fullRef } from '../entities';
import { useEntityNames } from './useEntityNames';

/** A promise of a pipeline, in words. */
export interface PromiseInWords extends ObjectiveWords {
  id: string;
  type: Objective['type'];
  description?: string;
}

/** A monitor of a pipeline, in words. */
export interface MonitorInWords extends RuleWords {
  id: string;
  severity: string;
  description?: string;
  /** As the spec has it. */
  spec: Monitor;
}

/** What the schema fills in where a monitor says nothing. */
const DEFAULT_SEVERITY = 'medium';

/** What a pipeline promises and what warns about it, in the words of its owners. */
export function usePromises(pipeline: PipelineEntity): {
  timeZone?: string;
  promises: PromiseInWords[];
  monitors: MonitorInWords[];
} {
  const { sla, schedules = [], monitors = [] } = pipeline.spec;
  const objectives = sla?.objectives ?? [];
  const refOf = (ref: string) =>
    fullRef(ref, { kind: 'Group', from: pipeline });
  const nameOf = useEntityNames(
    objectives.flatMap(objective =>
      objective.type === 'review' ? [refOf(objective.by)] : [],
    ),
  );
  return {
    timeZone: sla?.timeZone,
    promises: objectives.map(objective => ({
      id: objective.id,
      type: objective.type,
      description: objective.description,
      ...objectiveWords(objective, {
        timeZone: sla?.timeZone ?? 'UTC',
        schedules,
        nameOf: ref => nameOf(refOf(ref)),
      }),
    })),
    monitors: monitors.map(monitor => ({
      id: monitor.id,
      description: monitor.description,
      severity: monitor.severity ?? DEFAULT_SEVERITY,
      spec: monitor,
      ...monitorWords(monitor),
    })),
  };
}
