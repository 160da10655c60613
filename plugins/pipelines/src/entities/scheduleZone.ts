import { PipelineEntity } from '@techflow/backstage-plugin-pipelines-common';

/**
 * The zone in which the times of a pipeline are meant: that of the audience's
 * schedule, else of its first, else of its promises.
 */
export function scheduleZone(
  { spec }: PipelineEntity,
  audience?: string,
): string {
  const schedules = spec.schedules ?? [];
  const schedule =
    schedules.find(each => each.audience === audience) ?? schedules[0];
  return schedule?.timeZone ?? spec.sla?.timeZone ?? 'UTC';
}
