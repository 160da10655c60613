export { RotationHandoffsContent } from './RotationHandoffsContent';
