import { PipelineSpec } from '@techflow/backstage-plugin-pipelines-common';
import { Verdict } from '../../evaluation';

/** A recorded pipeline, as lists of many need it. */
export interface PipelineIdentity {
  /** Full entity reference. */
  readonly ref: string;
  readonly title?: string;
  /** Full reference of its primary owner. */
  readonly owner: string;
  /** Full reference of its system. */
  readonly system?: string;
  readonly criticality: PipelineSpec['criticality'];
}

/**
 * Scores added up as checks: each slot counts once, each promise about time or
 * events once for its month.
 */
export interface CheckSum {
  readonly met: number;
  readonly missed: number;
  readonly open: number;
  readonly excluded: number;
  readonly expected: number;
}

/** Scores of one pipeline in one month, added up. */
export interface PipelineSum extends CheckSum {
  readonly pipelineRef: string;
  readonly month: string;
}

/**
 * Of which pipelines: those given, or all recorded ones. Those that left the
 * catalog are not among them.
 */
export interface Among {
  readonly refs?: readonly string[];
}

/** Reads what was judged of all pipelines at once. */
export interface PortfolioStore {
  /** All recorded pipelines, by reference. */
  pipelines(): Promise<PipelineIdentity[]>;

  /** Their specs as they were recorded last. */
  specsOf(options: {
    refs: readonly string[];
  }): Promise<Map<string, PipelineSpec>>;

  /** Checks by pipeline and month. */
  sums(options: Among & { months: readonly string[] }): Promise<PipelineSum[]>;

  /** Checks of all of them together in a month; undefined without any score. */
  total(options: Among & { month: string }): Promise<CheckSum | undefined>;

  /** Reviews of months that are due and not signed, the latest first. */
  unsigned(
    options: Among & { months: readonly string[]; limit: number },
  ): Promise<{ pipelineRef: string; objective: string; period: string }[]>;

  /** By rule: how the last slot went that counts in a month. */
  lastSlotsIn(options: {
    ruleIds: readonly number[];
    month: string;
  }): Promise<Map<number, Verdict>>;

  /** By rule: how it stood just before an instant. */
  standingBefore(options: {
    ruleIds: readonly number[];
    instant: Date;
  }): Promise<Map<number, Verdict>>;
}
