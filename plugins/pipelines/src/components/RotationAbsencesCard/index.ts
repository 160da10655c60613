export { RotationAbsencesCard } from './RotationAbsencesCard';
