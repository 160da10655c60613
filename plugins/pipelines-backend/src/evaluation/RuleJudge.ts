import { Facts, Needs, Reads } from './facts';
import { Line } from './intervals';
import { Slot } from './slots/slot';
import { Verdict } from './verdict';

/** A time to judge, half open, epoch milliseconds. It may reach beyond now. */
export interface Window {
  readonly from: number;
  /** `Infinity` for all that comes. */
  readonly to: number;
}

/** A slot and how it stands. */
export interface SlotVerdict {
  readonly slot: Slot;
  readonly verdict: Verdict;
  /** When it may stand otherwise though nothing was heard. */
  readonly nextAt?: number;
}

/** What is counted where a share of many events is promised. */
export interface EventCount {
  readonly at: number;
  readonly good: number;
  readonly total: number;
}

interface JudgeBase {
  readonly reads: Reads;
  /** What it needs to judge a window; facts beside that change nothing. */
  readonly needs: (window: Window) => Needs;
  /**
   * From an instant that a fact is about to the first at which it may change
   * anything. Never later than that instant, nor later for an earlier one.
   * Absent: that instant itself.
   */
  readonly judgedFrom?: (touchedFrom: number) => number;
  /** In percent. */
  readonly target: number;
  /** Only an exclusion that names the rule touches it: time alone excuses none. */
  readonly isExcludedByNameOnly?: boolean;
}

/** Judges one slot at a time. */
export interface SlotsJudge extends JudgeBase {
  readonly shape: 'slots';
  /**
   * Slots that the window holds: those expected until now, and the first that
   * is to come.
   */
  readonly slots: (options: {
    window: Window;
    facts: Facts;
    now: number;
  }) => SlotVerdict[];
}

/** How long a condition must hold to warn, and how long all must be well again. */
export interface Hold {
  readonly forMs: number;
  readonly recoverAfterMs: number;
}

/** Judges how something stands over time. */
export interface LineJudge extends JudgeBase {
  readonly shape: 'line';
  /** As it stands from the beginning of the window on, for ever. */
  readonly line: (options: {
    window: Window;
    /** Since when the rule holds. */
    ruleFrom: number;
    facts: Facts;
    now: number;
  }) => Line;
  /** Of monitors. */
  readonly hold?: Hold;
  /** Of promises about events: what was counted within the window. */
  readonly events?: (options: { window: Window; facts: Facts }) => EventCount[];
}

/** What judges a rule. */
export type RuleJudge = SlotsJudge | LineJudge;
