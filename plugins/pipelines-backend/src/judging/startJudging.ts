import {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import { JudgingStore } from '../database/judging/JudgingStore';
import { Retention } from '../ingest/readIngestOptions';
import { Clock } from '../rotations/Clock';
import { Judging } from './Judging';
import { SlaSignals } from './SlaSignals';

/** Has what is due judged, and ends with the backend. */
export async function startJudging(options: {
  judging: JudgingStore;
  lifecycle: LifecycleService;
  logger: LoggerService;
  retention: Retention;
  scheduler: SchedulerService;
  signals: SignalsService;
  now: Clock;
}): Promise<Judging> {
  const { lifecycle, scheduler } = options;
  const { runs, measurements, alerts } = options.retention;
  const judging = new Judging({
    ...options,
    signals: new SlaSignals(options),
    kept: Math.min(runs, measurements, alerts),
  });
  lifecycle.addShutdownHook(() => judging.stop());
  // The id is in the scheduler's table of every portal: it stays.
  await scheduler.scheduleTask({
    id: 'pipelines-judging',
    ...Judging.schedule,
    fn: signal => judging.run(signal),
  });
  return judging;
}
