export { ReviewsCard } from './ReviewsCard';
