import { StateInterval } from './intervals';
import { Slot } from './slots/slot';
import { Verdict } from './verdict';

/** A slot as it was judged, and by which version of the rule. */
export interface JudgedSlot {
  readonly slot: Slot;
  readonly verdict: Verdict;
  readonly versionId: string;
  readonly target: number;
}

/** A time in one state, and by which version of the rule. */
export interface JudgedInterval extends StateInterval {
  readonly versionId: string;
  readonly target: number;
}

/** What was counted at an instant, and by which version of the rule. */
export interface JudgedEvents {
  readonly at: number;
  readonly good: number;
  readonly total: number;
  readonly versionId: string;
  readonly target: number;
}

/** What promises are counted in: slots, milliseconds, or events. */
export type Unit = 'slots' | 'time' | 'events';

/** All that can be said of a rule within a window. */
export interface Judgement {
  /** What its month is counted in. */
  readonly unit: Unit;
  /** Of rules with slots: those expected until now, and the first to come. */
  readonly slots: readonly JudgedSlot[];
  /** Of rules about a state: how it stood, until now. */
  readonly intervals: readonly JudgedInterval[];
  /**
   * Of promises about events: what was counted, from the beginning of the local
   * day on in which the window begins. So that counts can be kept by day.
   */
  readonly events: readonly JudgedEvents[];
  /** How it stands now; of slots the last one expected. */
  readonly current: Verdict;
  /** The next instant at which any of this may change though nothing is heard. */
  readonly nextAt?: number;
}

/**
 * How a rule stood just before a window, where the facts before it are not
 * given. An exclusion does not say how it stood: the window has to begin before
 * it.
 */
export interface Carried {
  readonly verdict: Verdict;
}
