export { RunbookReviewCard } from './RunbookReviewCard';
