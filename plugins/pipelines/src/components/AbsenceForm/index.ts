export { AbsenceForm } from './AbsenceForm';
