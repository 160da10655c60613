export { RotationFeedsContent } from './RotationFeedsContent';
