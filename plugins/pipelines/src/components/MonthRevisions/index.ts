export { MonthRevisions } from './MonthRevisions';
