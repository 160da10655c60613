export { durationWords } from './durationWords';
export { dateIn, dateWords, instantWords } from './instantWords';
export { rangeWords } from './rangeWords';
export { timeLeft } from './timeLeft';
export {
  ageWords,
  dayCount,
  runbookReview,
  type RunbookReview,
} from './runbookReview';
export {
  instantsOf,
  namedRange,
  type DayRange,
  type RangeName,
} from './statisticsRange';
