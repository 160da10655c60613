/**
 * How a promise or monitor, or one slot of it, stands.
 *
 * @public
 */
export type VerdictState =
  | 'met'
  | 'missed'
  | 'at-risk'
  | 'pending'
  | 'no-data'
  | 'no-baseline'
  | 'excluded';

/**
 * Why it stands so, where the state alone does not say: how a promise was broken,
 * what may break it, or why there is nothing to judge or to compare with.
 *
 * @public
 */
export type VerdictReason =
  | 'absent'
  | 'failed'
  | 'late'
  | 'running'
  | 'incomplete'
  | 'stale'
  | 'below-target'
  | 'out-of-limits'
  | 'dropped'
  | 'rose'
  | 'unusual'
  | 'differs'
  | 'silent'
  | 'down'
  | 'unresolved'
  | 'unsigned'
  | 'due-soon'
  | 'holding'
  | 'never-measured'
  | 'not-measured'
  | 'error'
  | 'total-zero'
  | 'not-watched'
  | 'no-earlier-period'
  | 'baseline-not-positive'
  | 'baseline-too-small'
  | 'too-few-samples'
  | 'no-spread';

/**
 * The values by which it was judged. Instants are ISO 8601 in UTC, lengths
 * milliseconds, shares percent.
 *
 * @public
 */
export type Evidence =
  | {
      type: 'run';
      /** The run that met the slot, or would have. */
      runId?: string;
      endedAt?: string;
      dueAt: string;
      /** Of a good run after the due time. */
      lateByMs?: number;
      /** Attempts of the slot, without backfills. */
      attempts: number;
      failed: number;
      /** Required figures that the run lacks. */
      lacks?: string[];
    }
  | {
      type: 'age';
      source: 'watermark' | 'last-good-run';
      /** Of the newest data. */
      newest: string;
      maxAgeMs: number;
      /** The sender's clock was ahead; its receipt is taken. */
      isClamped?: boolean;
    }
  | { type: 'share'; good: number; total: number; target: number }
  | {
      type: 'figure';
      value: number;
      limit: { operator: string; values: number[] };
    }
  | {
      type: 'change';
      /** Such as `2026-10`. */
      period: string;
      value: number;
      before: number;
      periodBefore: string;
    }
  | {
      type: 'spread';
      value: number;
      median: number;
      /** Median absolute deviation. */
      mad: number;
      samples: number;
      deviations: number;
    }
  | { type: 'pair'; value: number; against: number; tolerance: number }
  | { type: 'required'; runId: string; lacks: string[] }
  | {
      type: 'heard';
      /** Absent: never since the rule holds. */
      lastAt?: string;
      silentForMs: number;
    }
  | { type: 'downtime'; alertIds: string[] }
  | {
      type: 'issue';
      issueId: string;
      severity: string;
      startedAt: string;
      recoveredAt?: string;
      dueAt: string;
    }
  | {
      type: 'review';
      /** Label of the period, such as `2026-10`. */
      period: string;
      reviewId?: string;
      signedAt?: string;
      dueAt: string;
    }
  | { type: 'error'; error: string }
  | { type: 'none' };

/** A state with its reason and its evidence. @public */
export interface Verdict {
  /** How it stands. */
  state: VerdictState;
  /** Of missed, at risk, no data and no baseline. */
  reason?: VerdictReason;
  /** Of excluded: ids of the exclusions. */
  exclusionIds?: string[];
  /** The values by which it was judged. */
  evidence: Evidence;
}

/** One time at which something was expected, and how it went. @public */
export interface JudgedSlot {
  /** Names it within its promise: the expected time, or a period such as `2026-10`. */
  key: string;
  /** When it was expected, ISO 8601 in UTC. */
  expectedAt: string;
  /** The last instant that was on time: with grace. */
  dueAt: string;
  /** The day on which it counts, `yyyy-MM-dd` in the zone of the SLA. */
  day: string;
  /** How it went. */
  verdict: Verdict;
  /** Id of the version of the promise by which it was judged. */
  versionId: string;
}

/** Slots in the order of their expected time. @public */
export interface SlotsPage {
  /** The slots. */
  items: JudgedSlot[];
  /** Leads to the next page; absent on the last. */
  nextCursor?: string;
}

/** A time in one state. @public */
export interface JudgedInterval {
  /** ISO 8601 in UTC. */
  from: string;
  /** Absent while it lasts. */
  to?: string;
  /** As it was at the beginning. */
  verdict: Verdict;
  /** Id of the version of the rule by which it was judged. */
  versionId: string;
}

/** Times in the order of their begin. @public */
export interface IntervalsPage {
  /** The intervals. */
  items: JudgedInterval[];
  /** Leads to the next page; absent on the last. */
  nextCursor?: string;
}
