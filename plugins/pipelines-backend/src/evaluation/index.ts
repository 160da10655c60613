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
export { AHEAD_MS, clamped, measuredAt, NO_FACTS } from './facts';
export { runTouchesFrom, touches } from './touches';
export type { Arrived } from './touches';
export { judge, needsOf, readsOf } from './judge';
export { judgedFrom } from './judgedFrom';
export { selectFacts } from './selectFacts';
export type {
  Carried,
  JudgedEvents,
  JudgedInterval,
  JudgedSlot,
  Judgement,
  Unit,
} from './judgement';
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
export { grownTally } from './scores/grownTally';
export type { Growth } from './scores/grownTally';
export { scoreChangesAt } from './scores/scoreChangesAt';
export { poolChecks } from './scores/checks';
export type { CheckCounts, PromiseChecks } from './scores/checks';
export { shownShare } from './scores/shownShare';
export { countedIntervals, countedSlots, dayCounts } from './scores/counted';
export type { CountedInterval, CountedSlots, DayCount } from './scores/counted';
export { poolTallies, tallyOf } from './scores/tally';
export type { Tally, TallyPart } from './scores/tally';
export { revisionsOf } from './revision';
export type { Revision } from './revision';
