import { Rule, State, Tally, Unit, Verdict } from '../../evaluation';

/** A promise or a monitor, and how it stands. */
export interface StandingRule {
  readonly id: number;
  /** Full entity reference. */
  readonly pipelineRef: string;
  readonly kind: 'objective' | 'monitor';
  /** Its id in the spec. */
  readonly name: string;
  /** Such as freshness. Of another type it is another rule, whatever its name. */
  readonly type: string;
  readonly unit: Unit;
  /** Absent before it was judged the first time. */
  readonly current?: Verdict;
  readonly since?: Date;
  /** Of the next slot. */
  readonly nextDueAt?: Date;
  readonly nextSlot?: string;
  /** Since when it is judged. */
  readonly begunAt?: Date;
  /** It left the spec. */
  readonly endedAt?: Date;
}

/** What a rule said for a time. */
export interface StandingVersion {
  readonly ruleId: number;
  readonly id: number;
  readonly rule: Rule;
  readonly from: Date;
  readonly to?: Date;
}

/** What a promise came to in a month, when it was last counted. */
export interface StoredScore {
  readonly ruleId: number;
  readonly pipelineRef: string;
  /** `yyyy-MM`, in the zone of the SLA. */
  readonly month: string;
  /** In percent; of several in one month the last. */
  readonly target: number;
  readonly tally: Tally;
  /** The state that goes on since then; absent: none does. */
  readonly standing?: State;
  readonly countedAt: Date;
  readonly revision: number;
}

/** A change of a month after it was closed, as the API answers it. */
export interface StoredRevision {
  readonly id: number;
  readonly objective: string;
  readonly month: string;
  readonly at: Date;
  /** A person; absent: late data. */
  readonly by?: string;
  readonly reason: string;
  /** JSON of a score of the API. */
  readonly before: string;
  /** JSON of a score of the API. */
  readonly after: string;
}

/** A slot as it was judged. */
export interface StoredSlot {
  readonly key: string;
  readonly expectedAt: Date;
  readonly dueAt: Date;
  /** `yyyy-MM-dd`, in the zone of the SLA. */
  readonly day: string;
  readonly verdict: Verdict;
  readonly versionId: number;
}

/** A time in one state. */
export interface StoredInterval {
  readonly from: Date;
  /** Absent: it lasts. */
  readonly to?: Date;
  readonly verdict: Verdict;
  readonly versionId: number;
}

/** Reads what was judged of pipelines; a few queries, however many rules. */
export interface ScoreStore {
  /** Promises and monitors of pipelines, those that ended too. */
  rulesOf(options: {
    pipelineRefs: readonly string[];
  }): Promise<StandingRule[]>;

  /**
   * The rule of a name: the one that holds, or else that which ended last;
   * undefined if there never was one.
   */
  findRule(options: {
    pipelineRef: string;
    kind: StandingRule['kind'];
    name: string;
  }): Promise<{ id: number } | undefined>;

  /**
   * What the promises of a pipeline say or said: those that held at an instant or
   * later, and the last one of each that ended; of each rule in order.
   */
  versionsOf(options: {
    pipelineRef: string;
    since: Date;
  }): Promise<StandingVersion[]>;

  /** What rules said last. */
  lastVersionsOf(options: {
    ruleIds: readonly number[];
  }): Promise<StandingVersion[]>;

  /** Scores of promises in months. */
  scoresOf(options: {
    pipelineRefs: readonly string[];
    months: readonly string[];
  }): Promise<StoredScore[]>;

  /** States of the last slots expected until now of each promise, oldest first. */
  lastSlotsOf(options: {
    pipelineRef: string;
    now: Date;
    limit: number;
  }): Promise<{ ruleId: number; key: string; state: State }[]>;

  /** Times in each state since an instant, of promises about time, in order. */
  timesOf(options: {
    pipelineRef: string;
    since: Date;
  }): Promise<{ ruleId: number; from: Date; to?: Date; state: State }[]>;

  /**
   * What was counted of promises about events, day by day.
   *
   * @param options - `sinceDay`: the first day, `yyyy-MM-dd` in the zone of the SLA
   */
  eventsOf(options: {
    pipelineRef: string;
    sinceDay: string;
  }): Promise<{ ruleId: number; day: string; good: number; total: number }[]>;

  /** Changes of a closed month, newest first. */
  revisionsOf(options: {
    pipelineRef: string;
    month: string;
    limit: number;
  }): Promise<StoredRevision[]>;

  /** Slots of a rule expected in `[from, to)`, by expected time and key. */
  listSlots(options: {
    ruleId: number;
    from: Date;
    to: Date;
    limit: number;
    after?: { expectedAt: Date; key: string };
  }): Promise<StoredSlot[]>;

  /** Times of a rule that overlap `[from, to)`, by begin. */
  listIntervals(options: {
    ruleId: number;
    from: Date;
    to: Date;
    limit: number;
    /** The begin of the last one of the page before. */
    after?: Date;
  }): Promise<StoredInterval[]>;
}
