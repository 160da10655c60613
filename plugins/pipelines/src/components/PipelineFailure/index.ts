export { PipelineFailure } from './PipelineFailure';
