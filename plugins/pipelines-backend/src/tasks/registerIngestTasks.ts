import { SchedulerService, LoggerService } from '@backstage/backend-plugin-api';
import {
  JournalStore,
  JudgingStore,
  LineageStore,
  MeasurementStore,
  RunStore,
} from '../database';
import { AlertStore } from '../database/alerts/AlertStore';
import { MetricQueryStore } from '../database/metricQueries/MetricQueryStore';
import { Retention } from '../ingest/readIngestOptions';
import { MeasurementSink, MeasurementSources, PullMeasurements } from '../pull';
import { Clock } from '../rotations/Clock';
import { DeleteOld } from './DeleteOld';
import { RollUpDays } from './RollUpDays';

/** Has figures asked for and summed up, and what is old deleted. */
export async function registerIngestTasks(options: {
  scheduler: SchedulerService;
  logger: LoggerService;
  alerts: AlertStore;
  journal: JournalStore;
  judging: JudgingStore;
  lineage: LineageStore;
  measurements: MeasurementStore;
  queries: MetricQueryStore;
  runs: RunStore;
  sources: MeasurementSources;
  sink: MeasurementSink;
  retention: Retention;
  now: Clock;
}): Promise<void> {
  const { scheduler } = options;
  // The ids are in the scheduler's table of every portal: they stay.
  const pull = new PullMeasurements(options);
  await scheduler.scheduleTask({
    id: 'pipelines-pull-measurements',
    ...PullMeasurements.schedule,
    fn: signal => pull.run(signal),
  });
  const rollUp = new RollUpDays(options);
  await scheduler.scheduleTask({
    id: 'pipelines-roll-up-days',
    ...RollUpDays.schedule,
    fn: signal => rollUp.run(signal),
  });
  const deleteOld = new DeleteOld(options);
  await scheduler.scheduleTask({
    id: 'pipelines-delete-old',
    ...DeleteOld.schedule,
    fn: signal => deleteOld.run(signal),
  });
}
