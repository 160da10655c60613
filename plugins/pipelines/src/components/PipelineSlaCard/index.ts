export { PipelineSlaCard } from './PipelineSlaCard';
