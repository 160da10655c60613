import {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AbsenceCalendarSync } from '../absences/calendars/AbsenceCalendarSync';
import { CalendarReader } from '../absences/calendars/CalendarReader';
import { readAbsenceCalendars } from '../absences/calendars/readAbsenceCalendars';
import { AbsenceStore } from '../database';
import { Clock } from '../rotations/Clock';
import { RotationService } from '../rotations/RotationService';

/** What reading the calendars of members needs. */
export interface AbsenceCalendarOptions {
  scheduler: SchedulerService;
  config: RootConfigService;
  urlReader: UrlReaderService;
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  rotations: Pick<RotationService, 'readAsPlugin'>;
  absences: AbsenceStore;
  now: Clock;
}

/**
 * Has the scheduler of Backstage read the calendars of members.
 *
 * @throws Error when the configuration of the calendars is wrong
 */
export async function registerAbsenceCalendars(
  options: AbsenceCalendarOptions,
): Promise<void> {
  const { scheduler, config, urlReader } = options;
  const sync = new AbsenceCalendarSync({
    ...options,
    calendars: readAbsenceCalendars(config),
    reader: new CalendarReader({ urlReader }),
  });
  await scheduler.scheduleTask({
    id: 'pipelines-absence-calendars',
    ...AbsenceCalendarSync.schedule,
    fn: signal => sync.run(signal),
  });
}
