export { PipelineOwnershipContent } from './PipelineOwnershipContent';
