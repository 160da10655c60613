export { RotationHolidaysCard } from './RotationHolidaysCard';
