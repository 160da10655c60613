export { RunbookReviewLine } from './RunbookReviewLine';
