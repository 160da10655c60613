import type {
  NewRotationChange,
  RotationChange,
  RotationChangePreview,
  RotationChangesPage,
} from './changes';
import type {
  Absence,
  CalendarFeed,
  Handoff,
  HandoffRecord,
  MemberShift,
  NewAbsence,
  RotationStatistics,
} from './people';
import type { MetricQuery, PipelineAlert, Refusal, Sender } from './ingest';
import type { Measurements, SeriesPage } from './measurements';
import type { JobsPage, Run, RunsPage, RunState } from './runs';
import type {
  Exclusion,
  ExclusionsPage,
  NewExclusion,
  NewReview,
  PipelineSla,
  Review,
  ReviewsPage,
  Scorecard,
  ScorecardFilter,
} from './sla';
import type { IntervalsPage, SlotsPage } from './verdicts';
import type { OnCall, OnCallByRefs, ShiftsPage } from './shifts';

/**
 * What the pipelines backend answers. All instants are ISO 8601 in UTC, all
 * references full (`rotation:default/data-engineering`).
 *
 * Every method throws NotFoundError when there is no such entity or the reader
 * may not see it, NotAllowedError when he may not do this, InputError when the
 * request breaks a rule, and ConflictError when somebody else was first.
 *
 * @public
 */
export interface PipelinesApi {
  /** Who is on call, and who next. */
  getOnCall(options: { rotationRef: string; at?: string }): Promise<OnCall>;

  /** The same for up to 100 rotations in one request. */
  getOnCallByRefs(options: {
    rotationRefs: string[];
    at?: string;
  }): Promise<OnCallByRefs>;

  /** Shifts that overlap `from` (included) to `to` (excluded), at most 400 days apart. */
  getShifts(options: {
    rotationRef: string;
    from: string;
    to: string;
    limit?: number;
    cursor?: string;
  }): Promise<ShiftsPage>;

  /** Duty of one person in all rotations that the reader may see, at most 400 days. */
  getMemberShifts(options: {
    member: string;
    from: string;
    to: string;
  }): Promise<{ items: MemberShift[] }>;

  /** Swaps and covers, newest first. */
  getChanges(options: {
    rotationRef: string;
    states?: RotationChange['state'][];
    limit?: number;
    cursor?: string;
  }): Promise<RotationChangesPage>;

  /** What a change would do; stores nothing. */
  previewChange(options: {
    rotationRef: string;
    change: NewRotationChange;
  }): Promise<RotationChangePreview>;

  /** Proposes a swap, or covers. */
  makeChange(options: {
    rotationRef: string;
    change: NewRotationChange;
  }): Promise<{ change: RotationChange }>;

  /** Answers a swap, or takes a change back. */
  answerChange(options: {
    rotationRef: string;
    id: string;
    answer: 'accept' | 'decline' | 'cancel';
  }): Promise<{ change: RotationChange }>;

  /** Absences that are not over. */
  getAbsences(options: { rotationRef: string }): Promise<{ items: Absence[] }>;

  /** Notes an absence. */
  addAbsence(options: {
    rotationRef: string;
    absence: NewAbsence;
  }): Promise<{ absence: Absence }>;

  /** Takes an absence back. */
  removeAbsence(options: { rotationRef: string; id: string }): Promise<void>;

  /** The load of each member, at most 800 days. */
  getStatistics(options: {
    rotationRef: string;
    from: string;
    to: string;
  }): Promise<RotationStatistics>;

  /** Handoffs in a range of at most 400 days. */
  getHandoffs(options: {
    rotationRef: string;
    from: string;
    to: string;
  }): Promise<{ items: Handoff[] }>;

  /** Writes down a handoff. */
  saveHandoff(options: {
    rotationRef: string;
    shiftNumber: number;
    record: HandoffRecord;
  }): Promise<{ handoff: Handoff }>;

  /** The reader's own calendar feeds of a rotation. */
  getCalendarFeeds(options: {
    rotationRef: string;
  }): Promise<{ items: CalendarFeed[] }>;

  /** A new feed. Its address is a secret, and is told this once. */
  createCalendarFeed(options: {
    rotationRef: string;
    scope: 'rotation' | 'mine';
  }): Promise<{ feed: CalendarFeed; url: string }>;

  /** From now on the feed's address answers 404. */
  revokeCalendarFeed(options: { id: string }): Promise<void>;

  /**
   * Runs of the jobs that a Pipeline claims, newest first, without those that are
   * steps of another of its runs.
   */
  getRuns(options: {
    pipelineRef: string;
    states?: RunState[];
    limit?: number;
    cursor?: string;
  }): Promise<RunsPage>;

  /** One run. */
  getRun(options: { id: string }): Promise<{ run: Run }>;

  /** Steps of a run and steps of those, in the order of their begin; at most 500. */
  getRunSteps(options: { id: string }): Promise<{ items: Run[] }>;

  /** Figures measured about a Pipeline and by its jobs. */
  getSeries(options: {
    pipelineRef: string;
    limit?: number;
    cursor?: string;
  }): Promise<SeriesPage>;

  /** The figures of one series in a range of at most 800 days. */
  getMeasurements(options: {
    pipelineRef: string;
    seriesId: string;
    from: string;
    to: string;
  }): Promise<Measurements>;

  /** Alerts about a Pipeline, newest first; at most 100. */
  getAlerts(options: {
    pipelineRef: string;
    state?: PipelineAlert['state'];
  }): Promise<{ items: PipelineAlert[] }>;

  /** How the questions of a Pipeline's spec to measurement sources go. */
  getMetricQueries(options: {
    pipelineRef: string;
  }): Promise<{ items: MetricQuery[] }>;

  /** Questions of all pipelines that fail; at most 100. */
  getFailingQueries(): Promise<{ items: MetricQuery[] }>;

  /** Jobs that were heard of and that no Pipeline claims, last heard first. */
  getUnclaimedJobs(options?: {
    limit?: number;
    cursor?: string;
  }): Promise<JobsPage>;

  /** Who sends us something, last heard first; at most 200. */
  getSenders(): Promise<{ items: Sender[] }>;

  /** What was refused lately, newest first; at most 200. */
  getRefusals(): Promise<{ items: Refusal[] }>;

  /** How a pipeline keeps its promises; without a month, in the one that runs. */
  getSla(options: {
    pipelineRef: string;
    month?: string;
  }): Promise<PipelineSla>;

  /** Slots of a promise by their expected time, at most 400 days. */
  getSlots(options: {
    pipelineRef: string;
    objective: string;
    from: string;
    to: string;
    limit?: number;
    cursor?: string;
  }): Promise<SlotsPage>;

  /**
   * Times in each state of a promise about time or events, or of a monitor, that
   * overlap a range of at most 400 days.
   */
  getIntervals(
    options: {
      pipelineRef: string;
      from: string;
      to: string;
      limit?: number;
      cursor?: string;
    } & ({ objective: string } | { monitor: string }),
  ): Promise<IntervalsPage>;

  /** How all pipelines that the reader may see keep their promises. */
  getScorecard(
    options?: ScorecardFilter & { limit?: number; cursor?: string },
  ): Promise<Scorecard>;

  /** The same as a file for a spreadsheet, one line for each promise. */
  getScorecardCsv(options?: ScorecardFilter): Promise<Blob>;

  /** The promises of a pipeline in a month, as a file for a spreadsheet. */
  getSlaCsv(options: { pipelineRef: string; month?: string }): Promise<Blob>;

  /** Exclusions of a pipeline, newest first. */
  getExclusions(options: {
    pipelineRef: string;
    limit?: number;
    cursor?: string;
  }): Promise<ExclusionsPage>;

  /** Says that a time does not count. */
  addExclusion(options: {
    pipelineRef: string;
    exclusion: NewExclusion;
  }): Promise<{ exclusion: Exclusion }>;

  /** Takes an exclusion back; it stays listed. */
  cancelExclusion(options: {
    pipelineRef: string;
    id: string;
    reason: string;
  }): Promise<{ exclusion: Exclusion }>;

  /** What was said about periods, newest first. */
  getReviews(options: {
    pipelineRef: string;
    limit?: number;
    cursor?: string;
  }): Promise<ReviewsPage>;

  /** Signs a period off, or says what is wrong with it. */
  addReview(options: {
    pipelineRef: string;
    review: NewReview;
  }): Promise<{ review: Review }>;
}
