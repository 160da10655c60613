export { ShiftTable } from './ShiftTable';
