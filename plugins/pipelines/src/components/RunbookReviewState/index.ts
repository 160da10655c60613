export { RunbookReviewState } from './RunbookReviewState';
