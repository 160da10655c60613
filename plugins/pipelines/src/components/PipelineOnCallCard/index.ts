export { PipelineOnCallCard } from './PipelineOnCallCard';
