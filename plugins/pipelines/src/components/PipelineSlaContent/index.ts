export { PipelineSlaContent } from './PipelineSlaContent';
