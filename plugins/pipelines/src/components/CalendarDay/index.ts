export { CalendarDay } from './CalendarDay';
