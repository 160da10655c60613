export { registerTasks } from './registerTasks';
export type { TaskOptions } from './registerTasks';
export { registerAbsenceCalendars } from './registerAbsenceCalendars';
export type { AbsenceCalendarOptions } from './registerAbsenceCalendars';
export { registerIngestTasks } from './registerIngestTasks';
export { registerReconcilers } from './registerReconcilers';
