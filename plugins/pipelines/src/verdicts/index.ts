export { changeShare } from './changeShare';
export { evidenceWords } from './evidenceWords';
export { factWords } from './factWords';
export {
  dayByKey,
  daysOfIntervals,
  daysOfSlots,
  monthWeeks,
  type HeatDay,
} from './heatDays';
export { limitWords } from './limitWords';
export { monitorLimits, type FigureLimits } from './monitorLimits';
export { hasSlots, promiseRows, type PromiseRow } from './promiseRows';
export { dueWords, type VerdictReading } from './reading';
export {
  budgetWords,
  checksState,
  checksWords,
  coverageWords,
  cutPercent,
  NOTHING,
  paceWords,
  scoreWords,
  trendWords,
  type ScoreInWords,
} from './scoreWords';
export {
  byUrgency,
  STATE_LOOKS,
  stateCounts,
  worstState,
  type StateTone,
} from './stateLooks';
export { signablePeriods } from './signablePeriods';
export {
  scorecardCells,
  scorecardColumns,
  type ScorecardCell,
} from './scorecardCells';
