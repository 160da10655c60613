export { AbsenceItem } from './AbsenceItem';
