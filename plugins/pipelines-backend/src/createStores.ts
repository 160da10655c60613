import { DatabaseService } from '@backstage/backend-plugin-api';
import {
  KnexAbsenceStore,
  KnexAlertStore,
  KnexCalendarFeedStore,
  KnexHandoffStore,
  KnexJobStore,
  KnexJournalStore,
  KnexLineageStore,
  KnexMeasurementStore,
  KnexMetricQueryStore,
  KnexNotificationOutbox,
  KnexPipelineStore,
  KnexRotationChangeStore,
  KnexRotationVersionStore,
  KnexRotationWakeupStore,
  KnexRunStore,
  MeasurementWriter,
  migrate,
} from './database';

/** All that this plugin keeps, on tables of the form that this version needs. */
export async function createStores(database: DatabaseService) {
  await migrate(database);
  // What events tell of figures is written in the transaction of the events.
  const writer = new MeasurementWriter();
  return {
    absences: await KnexAbsenceStore.create({ database }),
    alerts: await KnexAlertStore.create({ database }),
    changes: await KnexRotationChangeStore.create({ database }),
    feeds: await KnexCalendarFeedStore.create({ database }),
    handoffs: await KnexHandoffStore.create({ database }),
    jobs: await KnexJobStore.create({ database }),
    journal: await KnexJournalStore.create({ database }),
    lineage: await KnexLineageStore.create({ database, writer }),
    measurements: await KnexMeasurementStore.create({ database, writer }),
    outbox: await KnexNotificationOutbox.create({ database }),
    pipelines: await KnexPipelineStore.create({ database }),
    queries: await KnexMetricQueryStore.create({ database }),
    runs: await KnexRunStore.create({ database }),
    versions: await KnexRotationVersionStore.create({ database }),
    wakeups: await KnexRotationWakeupStore.create({ database }),
  };
}
