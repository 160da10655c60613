export { RotationActions } from './RotationActions';
