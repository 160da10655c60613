import type { Criticality, Objective, Monitor } from '../kinds';
import type { Verdict, VerdictState } from './verdicts';

/**
 * What a promise is counted in: slots, milliseconds or events.
 *
 * @public
 */
export type ScoreUnit = 'slots' | 'time' | 'events';

/**
 * How much may still go wrong, in the unit of the score. A target of 100 % has
 * none: its first miss breaks the promise.
 *
 * @public
 */
export type ErrorBudget =
  | { type: 'none' }
  | { type: 'budget'; allowed: number; used: number; left: number };

/**
 * What a promise came to in a month.
 *
 * @public
 */
export interface Score {
  /** How the month stands: pending until it is over, or cannot be kept any more. */
  state: VerdictState;
  /** What the counts below are in. */
  unit: ScoreUnit;
  /** In percent; of several targets in one month the last. */
  target: number;
  /** What kept the promise. */
  met: number;
  /** What broke it. */
  missed: number;
  /** Slots that are not decided yet. */
  open: number;
  /** What does not count; see the exclusions. Of events in milliseconds. */
  excluded: number;
  /** What was to be judged. Of events in milliseconds. */
  expected: number;
  /** What of it was judged. Of events in milliseconds. */
  judged: number;
  /** Share met of what was judged, in percent; absent out of nothing. */
  score?: number;
  /** The same as it may be shown, without `%`: never rounded up to the target. */
  shown?: string;
  /** Share judged of what was expected, in percent; absent out of nothing. */
  coverage?: number;
  /** What is left of what may go wrong. */
  budget: ErrorBudget;
  /** Ids of exclusions that touch it. */
  exclusionIds: string[];
  /** How often it was changed after the month was closed. */
  revision: number;
}

/** A score of one month. @public */
export interface MonthScore {
  /** `yyyy-MM`, in the zone of the SLA. */
  month: string;
  /** Absent where the promise did not exist yet. */
  score?: Score;
}

/**
 * Checks of several promises together. Each slot counts once; each promise about
 * time or events counts once for the month. Sums of counts, never a mean of shares.
 *
 * @public
 */
export interface CheckCounts {
  /** Kept. */
  met: number;
  /** Broken. */
  missed: number;
  /** Not decided yet. */
  open: number;
  /** Do not count. */
  excluded: number;
  /** All that were to be judged until now. */
  expected: number;
  /** What of them was judged. */
  judged: number;
  /** Share met of what was judged, in percent; absent out of nothing. */
  score?: number;
  /** The same as it may be shown, without `%`: cut, never rounded up. */
  shown?: string;
  /** Share judged of what was expected, in percent; absent out of nothing. */
  coverage?: number;
}

/** A month, in the zone of an SLA. @public */
export interface ScoreMonth {
  /** `yyyy-MM`. */
  month: string;
  /** First instant, ISO 8601 in UTC. */
  from: string;
  /** First instant of the next month. */
  to: string;
  /** IANA zone. */
  timeZone: string;
  /** From then on, changes are revisions. */
  closesAt: string;
  /** Whether that is past. */
  isClosed: boolean;
}

/** How one promise stands. @public */
export interface ObjectiveSla {
  /** Of the objective in the Pipeline's spec. */
  id: string;
  /** Of the objective. */
  type: Objective['type'];
  /** Of the objective, if it has one. */
  title?: string;
  /** How it stands now. Absent before it was judged the first time. */
  current?: Verdict;
  /** Since when it stands so, ISO 8601 in UTC. */
  since?: string;
  /** The next deadline, with grace. */
  dueAt?: string;
  /** The slot that the next deadline is of. */
  dueSlot?: string;
  /** The month asked for, and the three before, newest first. */
  months: MonthScore[];
  /**
   * Of budgets of time and events: how fast it was used in the last day and the
   * last week. 1 uses exactly all of it in a month.
   */
  burnRate?: { day?: number; week?: number };
  /** States of the last slots, at most 30, oldest first. */
  strip?: { key: string; state: VerdictState }[];
  /** It left the spec then; what it came to stays. ISO 8601 in UTC. */
  endedAt?: string;
}

/** How one monitor stands. @public */
export interface MonitorSla {
  /** Of the monitor in the Pipeline's spec. */
  id: string;
  /** Of the monitor. */
  type: Monitor['type'];
  /** Of the monitor, if it has one. */
  title?: string;
  /** Of the monitor. */
  severity: string;
  /** How it stands now. Absent before it was judged the first time. */
  current?: Verdict;
  /** Since when it stands so, ISO 8601 in UTC. */
  since?: string;
  /** Metrics that it reads. */
  metrics: string[];
}

/** Time that does not count, and why. @public */
export interface Exclusion {
  /** Unique id. */
  id: string;
  /** Full reference of the Pipeline. */
  pipelineRef: string;
  /** Why: work that was announced, or the pipeline rests. */
  type: 'maintenance' | 'pause';
  /** In the words of its author. */
  reason: string;
  /** ISO 8601 in UTC. */
  from: string;
  /** Excluded: the first instant that counts again. */
  to: string;
  /**
   * Ids of the objectives that it is about; with neither this nor monitors: all
   * rules, save reviews.
   */
  objectives?: string[];
  /** Ids of the monitors that it is about. */
  monitors?: string[];
  /** Who made it, a full reference. */
  author: string;
  /** When, ISO 8601 in UTC. */
  createdAt: string;
  /** It was taken back. */
  cancelled?: { by: string; at: string; reason: string };
}

/** An exclusion as a person asks for it. @public */
export interface NewExclusion {
  /** Work that was announced, or the pipeline rests. */
  type: Exclusion['type'];
  /** In the words of its author, at least 3 characters. */
  reason: string;
  /** ISO 8601 with its zone. */
  from: string;
  /** After `from`, at most 92 days. */
  to: string;
  /** Ids of objectives; with neither this nor monitors: all rules. */
  objectives?: string[];
  /** Ids of monitors. */
  monitors?: string[];
}

/** Exclusions, newest first. @public */
export interface ExclusionsPage {
  /** The exclusions. */
  items: Exclusion[];
  /** Leads to the next page; absent on the last. */
  nextCursor?: string;
}

/** What a person of the named group said about a period. @public */
export interface Review {
  /** Unique id. */
  id: string;
  /** Full reference of the Pipeline. */
  pipelineRef: string;
  /** Id of the review objective. */
  objective: string;
  /** Label of the period, such as `2026-10`. */
  period: string;
  /** Whether the figures were found right. */
  isApproved: boolean;
  /** In the words of the reviewer. */
  comment?: string;
  /** Who, a full reference. */
  by: string;
  /** When, ISO 8601 in UTC. */
  at: string;
}

/** A sign-off as a person gives it. @public */
export interface NewReview {
  /** Id of the review objective. */
  objective: string;
  /**
   * Label of a period that is over, such as `2026-10`; where the promise names no
   * due time, of one that ends today.
   */
  period: string;
  /** Whether the figures were found right. */
  isApproved: boolean;
  /** Needed where they were not. */
  comment?: string;
}

/** Reviews of a pipeline, newest first. @public */
export interface ReviewsPage {
  /** The reviews. */
  items: Review[];
  /** Leads to the next page; absent on the last. */
  nextCursor?: string;
}

/** What changed in a month after it was closed. @public */
export interface Revision {
  /** Unique id. */
  id: string;
  /** Id of the objective. */
  objective: string;
  /** `yyyy-MM`. */
  month: string;
  /** When, ISO 8601 in UTC. */
  at: string;
  /** Who: a full reference; absent where late data did it. */
  by?: string;
  /** Which data, or in the words of that person. */
  reason: string;
  /** The score as it was. */
  before: Score;
  /** The score as it is. */
  after: Score;
}

/** How a pipeline keeps its promises. @public */
export interface PipelineSla {
  /** Full reference of the Pipeline. */
  pipelineRef: string;
  /** Names the pipeline in signals, so that nobody learns names from them. */
  signalId: string;
  /** The month that the scores are of. */
  month: ScoreMonth;
  /** Since when promises are judged, ISO 8601 in UTC; absent: not yet. */
  judgedSince?: string;
  /** All promises together, in the month asked for. */
  checks: CheckCounts;
  /** In the month before. */
  checksBefore?: CheckCounts;
  /** Promises: those of the spec, and those that held in these months. */
  objectives: ObjectiveSla[];
  /** What warns. */
  monitors: MonitorSla[];
  /** Exclusions that touch the month. */
  exclusions: Exclusion[];
  /** Changes of the month after it was closed, newest first. */
  revisions: Revision[];
  /** Newer versions of promises that took effect within the month. */
  changes: { objective: string; at: string; before: string; after: string }[];
}

/** One promise on the scorecard. @public */
export interface ScorecardObjective {
  /** Of the objective in the Pipeline's spec. */
  id: string;
  /** Of the objective. */
  type: Objective['type'];
  /** Of the objective, if it has one. */
  title?: string;
  /** How it stands now; of past months how the month ended. */
  current?: Verdict;
  /** The next deadline, with grace, ISO 8601 in UTC. */
  dueAt?: string;
  /** What it came to in the month. */
  score: Score;
}

/** One pipeline on the scorecard. @public */
export interface ScorecardItem {
  /** Full reference of the Pipeline. */
  pipelineRef: string;
  /** Its title in the catalog. */
  title?: string;
  /** Full reference of its primary owner. */
  owner: string;
  /** Full reference of its system. */
  system?: string;
  /** How critical it is. */
  criticality: Criticality;
  /** Its promises together. */
  checks: CheckCounts;
  /** In the month and the five before, newest first. */
  trend: { month: string; checks?: CheckCounts }[];
  /** Its promises. */
  objectives: ScorecardObjective[];
}

/** The pipelines of one owner, system or criticality together. @public */
export interface ScorecardGroup {
  /** A full reference, or a criticality. */
  key: string;
  /** How many pipelines it has. */
  pipelines: number;
  /** Their promises together. */
  checks: CheckCounts;
  /** The pipeline with the lowest score. */
  worst?: { pipelineRef: string; checks: CheckCounts };
}

/** A page of the scorecard, worst pipelines first. @public */
export interface Scorecard {
  /** `yyyy-MM`, of each pipeline in its own zone. */
  month: string;
  /** All pipelines that pass the filter together. */
  checks: CheckCounts;
  /** In the month before. */
  checksBefore?: CheckCounts;
  /** How many pipelines pass the filter. */
  pipelines: number;
  /** By owner, worst first. */
  owners: ScorecardGroup[];
  /** By system, worst first. */
  systems: ScorecardGroup[];
  /** By criticality, the highest first. */
  criticalities: ScorecardGroup[];
  /** Reviews that are due and not signed. */
  unsigned: { pipelineRef: string; objective: string; period: string }[];
  /** Pipelines. */
  items: ScorecardItem[];
  /** Leads to the next page; absent on the last. */
  nextCursor?: string;
}

/** Which pipelines a scorecard is about. @public */
export interface ScorecardFilter {
  /** `yyyy-MM`; absent: the month that runs. */
  month?: string;
  /** Full reference of an owner. */
  owner?: string;
  /** Full reference of a system. */
  system?: string;
  /** How critical. */
  criticality?: Criticality;
}

/**
 * Channel of the signal that says that promises of pipelines were judged anew; its
 * message is an {@link SlaSignal}.
 *
 * @public
 */
export const SLA_SIGNAL_CHANNEL = 'pipelines:sla';

/**
 * How many pipelines a message of {@link SLA_SIGNAL_CHANNEL} names at most; one
 * that names as many may have left out others.
 *
 * @public
 */
export const SLA_SIGNAL_MOST_PIPELINES = 500;

/** Message of {@link SLA_SIGNAL_CHANNEL}. @public */
export interface SlaSignal {
  /** `signalId` of the pipelines that were judged. */
  pipelines: string[];
}
