export { RotationScheduleCard } from './RotationScheduleCard';
