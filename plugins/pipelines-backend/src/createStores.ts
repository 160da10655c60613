import { DatabaseService } from '@backstage/backend-plugin-api';
import {
  KnexAbsenceStore,
  KnexCalendarFeedStore,
  KnexHandoffStore,
  KnexNotificationOutbox,
  KnexRotationChangeStore,
  KnexRotationVersionStore,
  KnexRotationWakeupStore,
  migrate,
} from './database';

/** All that this plugin keeps, on tables of the form that this version needs. */
export async function createStores(database: DatabaseService) {
  await migrate(database);
  return {
    absences: await KnexAbsenceStore.create({ database }),
    changes: await KnexRotationChangeStore.create({ database }),
    feeds: await KnexCalendarFeedStore.create({ database }),
    handoffs: await KnexHandoffStore.create({ database }),
    outbox: await KnexNotificationOutbox.create({ database }),
    versions: await KnexRotationVersionStore.create({ database }),
    wakeups: await KnexRotationWakeupStore.create({ database }),
  };
}
