export type {
  DownFact,
  ExclusionFact,
  FactFigure,
  FactRange,
  Facts,
  IssueFact,
  MeasurementFact,
  Needs,
  Reads,
  ReviewFact,
  RunFact,
} from './facts';
export { AHEAD_MS, clamped, NO_FACTS } from './facts';
export { touches } from './touches';
export type { Arrived } from './touches';
export { judge, needsOf, readsOf } from './judge';
export type {
  Carried,
  JudgedEvents,
  JudgedInterval,
  JudgedSlot,
  Judgement,
  Unit,
} from './judge';
export type { Window } from './RuleJudge';
export { rulesOf } from './rule';
export type {
  MonitorSpec,
  ObjectiveSpec,
  Rule,
  RuleVersion,
  Setting,
} from './rule';
export { kindOf } from './verdict';
export type {
  Evidence,
  MissReason,
  NoBaselineReason,
  NoDataReason,
  RiskReason,
  State,
  Verdict,
} from './verdict';
export { mergeIntervals, secondsPerState } from './intervals';
export type { StateInterval } from './intervals';
export {
  monthOf,
  periodAt,
  periodBefore,
  periodsBetween,
} from './calendar/period';
export type { Period, PeriodUnit } from './calendar/period';
export type { Slot } from './slots/slot';
export { slotOfRun } from './slotOfRun';
export { burnRate, scoreOf } from './scores/score';
export type { Budget, Score } from './scores/score';
export { countPromises } from './scores/promises';
export type { PromiseCount } from './scores/promises';
export { shownShare } from './scores/shownShare';
export { poolTallies, tallyOf } from './scores/tally';
export type { Tally, TallyPart } from './scores/tally';
export { revisionsOf } from './revision';
export type { Revision } from './revision';
