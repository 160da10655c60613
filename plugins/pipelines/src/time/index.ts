export { dateIn, dateWords, instantWords } from './instantWords';
export { timeLeft } from './timeLeft';
export {
  ageWords,
  dayCount,
  runbookReview,
  type RunbookReview,
} from './runbookReview';
