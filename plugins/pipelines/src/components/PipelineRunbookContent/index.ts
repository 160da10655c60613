export { PipelineRunbookContent } from './PipelineRunbookContent';
