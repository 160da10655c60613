import { DatabaseService } from '@backstage/backend-plugin-api';
import {
  KnexAbsenceStore,
  KnexAlertStore,
  KnexCalendarFeedStore,
  KnexExclusionStore,
  KnexHandoffStore,
  KnexJobStore,
  KnexJournalStore,
  KnexJudgingStore,
  KnexLineageStore,
  KnexMeasurementStore,
  KnexMetricQueryStore,
  KnexNotificationOutbox,
  KnexPipelineStore,
  KnexPortfolioStore,
  KnexReviewStore,
  KnexRotationChangeStore,
  KnexRotationVersionStore,
  KnexRotationWakeupStore,
  KnexRuleStore,
  KnexRunStore,
  KnexScoreStore,
  MeasurementWriter,
  migrate,
} from './database';
import { SlaOptions } from './judging/readSlaOptions';

/** All that this plugin keeps, on tables of the form that this version needs. */
export async function createStores(
  database: DatabaseService,
  sla: Pick<SlaOptions, 'closeAfterDays'>,
) {
  await migrate(database);
  // What events tell of figures is written in the transaction of the events.
  const writer = new MeasurementWriter();
  return {
    absences: await KnexAbsenceStore.create({ database }),
    alerts: await KnexAlertStore.create({ database }),
    changes: await KnexRotationChangeStore.create({ database }),
    exclusions: await KnexExclusionStore.create({ database }),
    feeds: await KnexCalendarFeedStore.create({ database }),
    handoffs: await KnexHandoffStore.create({ database }),
    judging: await KnexJudgingStore.create({ database, ...sla }),
    jobs: await KnexJobStore.create({ database }),
    journal: await KnexJournalStore.create({ database }),
    lineage: await KnexLineageStore.create({ database, writer }),
    measurements: await KnexMeasurementStore.create({ database, writer }),
    outbox: await KnexNotificationOutbox.create({ database }),
    pipelines: await KnexPipelineStore.create({ database }),
    portfolio: await KnexPortfolioStore.create({ database }),
    queries: await KnexMetricQueryStore.create({ database }),
    reviews: await KnexReviewStore.create({ database }),
    rules: await KnexRuleStore.create({ database }),
    runs: await KnexRunStore.create({ database }),
    scores: await KnexScoreStore.create({ database }),
    versions: await KnexRotationVersionStore.create({ database }),
    wakeups: await KnexRotationWakeupStore.create({ database }),
  };
}
