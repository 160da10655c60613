export { MonthNav } from './MonthNav';
