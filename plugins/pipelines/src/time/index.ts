export { durationWords } from './durationWords';
export { hoursWords } from './hoursWords';
export { dateIn, dateWords, instantWords, shortInstant } from './instantWords';
export {
  addMonths,
  isMonth,
  monthIn,
  monthName,
  monthWords,
  periodEnd,
  periodWords,
  shortMonth,
} from './periodWords';
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
