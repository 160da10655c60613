export { RotationFailure } from './RotationFailure';
