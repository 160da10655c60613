export { DayDetails } from './DayDetails';
