export { checkEntity, isPipelinesEntity } from './checkEntity';
export { durationToMillis, durationToWords } from './duration';
export {
  parseDeadline,
  WEEKDAYS,
  type Deadline,
  type DeadlineDay,
  type Weekday,
} from './deadline';
export { entityJsonSchema } from './jsonSchema';
export type { EntityFault } from './fault';
