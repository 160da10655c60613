export { RotationsOnCall } from './RotationsOnCall';
