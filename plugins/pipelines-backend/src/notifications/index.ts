export type { ChangeAnnouncer } from './ChangeAnnouncer';
export { ChangeNotices } from './ChangeNotices';
export { DutyReminders } from './DutyReminders';
export { NotificationDelivery } from './NotificationDelivery';
export { OutboxCleaner } from './OutboxCleaner';
