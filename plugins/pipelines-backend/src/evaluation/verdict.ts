/**
 * Why a rule is judged as it is, in values; words are made where they are read.
 * Instants are epoch milliseconds, lengths milliseconds, shares percent.
 */
export type Evidence =
  | {
      readonly type: 'run';
      /** The run that met the slot, or would have. */
      readonly runId?: string;
      readonly endedAt?: number;
      readonly dueAt: number;
      /** Of a good run after the due time. */
      readonly lateByMs?: number;
      /** Attempts of the slot, without backfills. */
      readonly attempts: number;
      readonly failed: number;
      /** Required figures that the run lacks. */
      readonly lacks?: readonly string[];
    }
  | {
      readonly type: 'age';
      readonly source: 'watermark' | 'last-good-run';
      /** The measurement or run that says so. */
      readonly id: string;
      /** Of the newest data. */
      readonly newest: number;
      readonly maxAgeMs: number;
      /** The sender's clock was ahead; its receipt is taken. */
      readonly isClamped?: boolean;
    }
  | {
      readonly type: 'share';
      readonly id: string;
      readonly good: number;
      readonly total: number;
      readonly target: number;
    }
  | {
      readonly type: 'figure';
      readonly id: string;
      readonly value: number;
      readonly limit: {
        readonly operator: string;
        readonly values: readonly number[];
      };
    }
  | {
      readonly type: 'change';
      readonly id: string;
      readonly period: string;
      readonly value: number;
      readonly before: number;
      readonly beforeId: string;
      readonly periodBefore: string;
    }
  | {
      readonly type: 'spread';
      readonly id: string;
      readonly value: number;
      readonly median: number;
      /** Median absolute deviation. */
      readonly mad: number;
      readonly samples: number;
      readonly deviations: number;
    }
  | {
      readonly type: 'pair';
      readonly id: string;
      readonly value: number;
      readonly againstId: string;
      readonly against: number;
      readonly tolerance: number;
    }
  | {
      readonly type: 'required';
      readonly runId: string;
      readonly lacks: readonly string[];
    }
  | {
      readonly type: 'heard';
      /** Absent: never since the rule holds. */
      readonly lastAt?: number;
      readonly silentForMs: number;
    }
  | { readonly type: 'downtime'; readonly alertIds: readonly string[] }
  | {
      readonly type: 'issue';
      readonly issueId: string;
      readonly severity: string;
      readonly startedAt: number;
      readonly recoveredAt?: number;
      readonly dueAt: number;
    }
  | {
      readonly type: 'review';
      readonly period: string;
      readonly reviewId?: string;
      readonly signedAt?: number;
      readonly dueAt: number;
    }
  | { readonly type: 'error'; readonly id: string; readonly error: string }
  | { readonly type: 'none' };

/** How a promise was broken, or what a monitor warns of. */
export type MissReason =
  /** Nothing ran, was heard, measured or signed. */
  | 'absent'
  /** It ran, and failed. */
  | 'failed'
  /** Good, after the due time. */
  | 'late'
  /** It ran at the due time, and does still. */
  | 'running'
  /** It ran well, and lacks figures. */
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
  | 'unsigned';

/** Why there is nothing to judge. */
export type NoDataReason =
  /** Never measured since the rule holds. */
  | 'never-measured'
  /** Not measured in the period. */
  | 'not-measured'
  /** Measuring failed. */
  | 'error'
  /** Nothing was counted: a share of 0 is none. */
  | 'total-zero'
  /** Nobody would tell. */
  | 'not-watched';

/** Why there is nothing to compare with. */
export type NoBaselineReason =
  | 'no-earlier-period'
  /** Of a baseline of 0 or less no percentage is taken. */
  | 'baseline-not-positive'
  | 'baseline-too-small'
  | 'too-few-samples'
  /** All samples are the same. */
  | 'no-spread';

/** What may break a promise before it is broken. */
export type RiskReason =
  /** The last attempt failed. */
  | 'failed'
  /** Little time is left. */
  | 'due-soon'
  /** The condition holds, not yet as long as it takes to warn. */
  | 'holding';

/** How a rule, or one slot of it, stands. */
export type Verdict =
  | { readonly state: 'met'; readonly evidence: Evidence }
  | {
      readonly state: 'missed';
      readonly reason: MissReason;
      readonly evidence: Evidence;
    }
  | {
      readonly state: 'at-risk';
      readonly reason: RiskReason | MissReason;
      readonly evidence: Evidence;
    }
  | { readonly state: 'pending'; readonly evidence: Evidence }
  | {
      readonly state: 'no-data';
      readonly reason: NoDataReason;
      readonly evidence: Evidence;
    }
  | {
      readonly state: 'no-baseline';
      readonly reason: NoBaselineReason;
      readonly evidence: Evidence;
    }
  | {
      readonly state: 'excluded';
      readonly exclusionIds: readonly string[];
      readonly evidence: Evidence;
    };

/** The states, as screens and stores name them. */
export type State = Verdict['state'];

/** Nothing to show for it. */
export const NO_EVIDENCE: Evidence = { type: 'none' };

/** What tells two verdicts of a rule apart, whatever their evidence says. */
export function kindOf(verdict: Verdict): string {
  switch (verdict.state) {
    case 'met':
    case 'pending':
      return verdict.state;
    case 'excluded':
      return `excluded:${verdict.exclusionIds.join(',')}`;
    default:
      return `${verdict.state}:${verdict.reason}`;
  }
}
