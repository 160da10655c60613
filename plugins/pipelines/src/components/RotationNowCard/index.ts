export { RotationNowCard } from './RotationNowCard';
