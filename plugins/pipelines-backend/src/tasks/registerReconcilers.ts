import {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { PipelineStore } from '../database';
import { PipelineReconciler } from '../pipelines/PipelineReconciler';
import { RecordedPipelines } from '../pipelines/RecordedPipelines';
import { RecordedRotations, RotationReconciler } from '../rotations';

/** Has all entities of ours looked at once an hour, for events that were lost. */
export async function registerReconcilers(options: {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  scheduler: SchedulerService;
  pipelines: PipelineStore;
  rotations: RecordedRotations;
  recordedPipelines: RecordedPipelines;
}): Promise<void> {
  const { scheduler, recordedPipelines: recorded } = options;
  // The ids are in the scheduler's table of every portal: they stay.
  const rotations = new RotationReconciler(options);
  await scheduler.scheduleTask({
    id: 'pipelines-reconcile-rotations',
    ...RotationReconciler.schedule,
    fn: signal => rotations.run(signal),
  });
  const pipelines = new PipelineReconciler({ ...options, recorded });
  await scheduler.scheduleTask({
    id: 'pipelines-reconcile-pipelines',
    ...PipelineReconciler.schedule,
    fn: signal => pipelines.run(signal),
  });
}
