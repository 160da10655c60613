export { RelatedPipelinesCard } from './RelatedPipelinesCard';
