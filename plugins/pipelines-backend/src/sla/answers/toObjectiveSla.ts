import type {
  MonitorSla,
  ObjectiveSla,
} from '@techflow/backstage-plugin-pipelines-common';
import { StandingRule } from '../../database/scores/ScoreStore';
import { MonitorSpec, ObjectiveSpec } from '../../evaluation';
import { metricsOf } from './metricsOf';
import { toVerdict } from './toVerdict';

/** How a rule stands, as the API answers it; nothing of one that ended. */
function standingOf({ current, since, endedAt }: StandingRule) {
  if (endedAt) return {};
  return {
    ...(current && { current: toVerdict(current) }),
    ...(since && { since: since.toISOString() }),
  };
}

/** A promise as the API answers it, without its months. */
export function toObjectiveSla(options: {
  spec: Pick<ObjectiveSpec, 'id' | 'type' | 'title'>;
  /** Absent before it was recorded. */
  rule?: StandingRule;
}): Omit<ObjectiveSla, 'months' | 'burnRate' | 'strip'> {
  const { spec, rule } = options;
  const { id, type, title } = spec;
  const said = { id, type, ...(title && { title }) };
  if (!rule) return said;
  const { endedAt, nextDueAt, nextSlot } = rule;
  return {
    ...said,
    ...standingOf(rule),
    ...(nextDueAt && !endedAt && { dueAt: nextDueAt.toISOString() }),
    ...(nextSlot && !endedAt && { dueSlot: nextSlot }),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
  };
}

/** A monitor as the API answers it. */
export function toMonitorSla(options: {
  spec: MonitorSpec;
  /** Absent before it was recorded. */
  rule?: StandingRule;
}): MonitorSla {
  const { spec, rule } = options;
  const { id, type, title, severity } = spec;
  return {
    id,
    type,
    ...(title && { title }),
    severity,
    ...(rule && standingOf(rule)),
    metrics: metricsOf(spec),
  };
}
