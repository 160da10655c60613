import {
  RunState,
  Severity,
} from '@techflow/backstage-plugin-pipelines-common';

/*
 * What judges read, as plain values. All instants are epoch milliseconds. Each
 * list may come in any order, and may hold more than a judge asks for.
 */

/** A root run of a job of the pipeline. */
export interface RunFact {
  readonly id: string;
  /** Whose schedule it answers; absent: those of all audiences. */
  readonly audience?: string;
  readonly state: RunState;
  readonly begunAt: number;
  /** By the tool's own clock. */
  readonly endedAt?: number;
  /** When it was last heard of. */
  readonly receivedAt: number;
  readonly isBackfill: boolean;
  readonly nominal?: { readonly start: number; readonly end?: number };
}

/** A number, how many out of how many, or that measuring failed. */
export type FactFigure =
  | number
  | { readonly good: number; readonly total: number }
  | { readonly error: string };

/** A figure that somebody measured. */
export interface MeasurementFact {
  readonly id: string;
  readonly metric: string;
  /** Names its dimensions; `''` has none. */
  readonly series: string;
  /** The instant that it is of. */
  readonly at: number;
  readonly receivedAt: number;
  readonly figure: FactFigure;
}

/** An alert about the pipeline, which may say that it is down. */
export interface DownFact {
  readonly id: string;
  readonly name: string;
  /** Whatever the alert says. */
  readonly severity?: string;
  readonly from: number;
  /** Absent while it is down. */
  readonly to?: number;
}

/** An issue of the pipeline. */
export interface IssueFact {
  readonly id: string;
  readonly severity: Severity;
  /** When the trouble began, not when somebody saw it. */
  readonly startedAt: number;
  /** Absent while it lasts; absent again if the issue was reopened. */
  readonly recoveredAt?: number;
}

/** What a person of the named group said about a period. */
export interface ReviewFact {
  readonly id: string;
  /** Id of the promise. */
  readonly ruleId: string;
  /** Label of the period, such as `2026-10`. */
  readonly period: string;
  readonly at: number;
  readonly isApproved: boolean;
}

/** Time that does not count, and why. */
export interface ExclusionFact {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** Ids of the rules it is about; absent: all. */
  readonly ruleIds?: readonly string[];
}

/** All that judges read. */
export interface Facts {
  readonly runs: readonly RunFact[];
  readonly measurements: readonly MeasurementFact[];
  readonly downs: readonly DownFact[];
  /** Since when somebody would tell if it were down; absent: nobody does. */
  readonly downsWatchedSince?: number;
  readonly issues: readonly IssueFact[];
  readonly reviews: readonly ReviewFact[];
  readonly exclusions: readonly ExclusionFact[];
  /** When anything was heard of the pipeline. */
  readonly heard: readonly number[];
}

/** Nothing known yet. */
export const NO_FACTS: Facts = {
  runs: [],
  measurements: [],
  downs: [],
  issues: [],
  reviews: [],
  exclusions: [],
  heard: [],
};

/** A range of facts, half open. Instants of senders are those that are scored. */
export interface FactRange {
  readonly from: number;
  /** Absent: all that is known. */
  readonly to?: number;
  /**
   * Also the last one before it: of measurements of each series; of runs the
   * last complete one that is no backfill, and all since then.
   */
  readonly withLastBefore?: boolean;
  /** Of measurements: since the first of the runs that are needed, if earlier. */
  readonly isSinceRuns?: boolean;
  /** The range is one of receipt, not of what was measured. */
  readonly isOfReceipt?: boolean;
}

/** Which facts a rule reads at all: what arrives beside these never touches it. */
export interface Reads {
  /** Runs of this audience and of jobs without one; `all` audiences. */
  readonly runs?: { readonly audience?: string } | 'all';
  readonly metrics?: readonly string[];
  readonly issues?: boolean;
  readonly reviews?: boolean;
  readonly downs?: boolean;
  /** That anything was heard at all. */
  readonly heard?: boolean;
}

/** Which of these facts it needs to be judged over a window. */
export interface Needs {
  /** By the begin of the run. */
  readonly runs?: FactRange;
  /** By metric; by the instant measured. */
  readonly metrics?: Readonly<Record<string, FactRange>>;
  /** By the begin of the trouble. */
  readonly issues?: FactRange;
  /** Of periods that end from then on. */
  readonly reviews?: FactRange;
  /** Those that overlap the range. */
  readonly downs?: FactRange;
  readonly heard?: FactRange;
}

/** Clocks of senders may be this much ahead of ours before we doubt them. */
export const AHEAD_MS = 5 * 60_000;

/**
 * An instant that a sender told, as it is scored: one more than five minutes
 * ahead of its receipt counts as that of the receipt.
 */
export function clamped(told: number, receivedAt: number): number {
  return told - receivedAt > AHEAD_MS ? receivedAt : told;
}

/** The instant that a measurement is of, as it is scored. */
export function measuredAt({ at, receivedAt }: MeasurementFact): number {
  return clamped(at, receivedAt);
}

/** When a run ended, as it is scored. */
export function endOfRun({ endedAt, receivedAt }: RunFact): number | undefined {
  return endedAt === undefined ? undefined : clamped(endedAt, receivedAt);
}

function isBefore(a: MeasurementFact, b: MeasurementFact): boolean {
  const [one, other] = [measuredAt(a), measuredAt(b)];
  if (one !== other) return one < other;
  if (a.receivedAt !== b.receivedAt) return a.receivedAt < b.receivedAt;
  return a.id < b.id;
}

/** Oldest first; of two of the same instant the one received last. */
function inOrder(series: readonly MeasurementFact[]): MeasurementFact[] {
  const ordered = [...series].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  return ordered.filter((each, index) => {
    const next = ordered[index + 1];
    return !next || measuredAt(next) !== measuredAt(each);
  });
}

/**
 * The measurements of a metric by series, oldest first. Of two of the same
 * instant the one received last is right. Series come by their names, so that
 * where two are equally bad it is always the same one that is shown.
 */
export function seriesOf(
  { measurements }: Facts,
  metric: string,
): Map<string, MeasurementFact[]> {
  const found = new Map<string, MeasurementFact[]>();
  for (const each of measurements) {
    if (each.metric !== metric) continue;
    const others = found.get(each.series);
    if (others) others.push(each);
    else found.set(each.series, [each]);
  }
  const names = [...found.keys()].sort();
  return new Map(names.map(name => [name, inOrder(found.get(name) ?? [])]));
}
