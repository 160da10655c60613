export { RotationFairnessContent } from './RotationFairnessContent';
