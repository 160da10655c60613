/** A figure: a number, or how many out of how many. */
export type Figure = number | { readonly good: number; readonly total: number };

/** What a figure is of: a pipeline, or a job of OpenLineage by its id. */
export type Subject =
  | { readonly pipelineRef: string }
  | { readonly jobId: string };

/** A figure that somebody measured. */
export interface Measurement {
  readonly subject: Subject;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** The instant that it is of. */
  readonly at: Date;
  /** Finite. */
  readonly figure: Figure;
  /**
   * Names it among those of its subject, metric and dimensions: the same key
   * again is a repeat or a correction. Without it, `at` is its name.
   */
  readonly key?: string;
  /**
   * Of two with the same name, the one whose version sorts later is right.
   * Without it, the one that came later.
   */
  readonly version?: string;
}

/** An alert about a pipeline. The same fingerprint and begin is the same alert. */
export interface HeardAlert {
  readonly pipelineRef: string;
  /** What makes it one alert: its labels, hashed by Alertmanager. */
  readonly fingerprint: string;
  readonly name: string;
  readonly severity?: string;
  readonly summary?: string;
  readonly startsAt: Date;
  /** Absent while it fires. */
  readonly endsAt?: Date;
  /** http or https. */
  readonly link?: string;
}

/** An item that cannot be kept, and why: path, found, allowed. */
export interface RefusedItem {
  /** From 0. */
  readonly index: number;
  readonly reason: string;
}

/** What a body of any format says, in our words. */
export interface Heard {
  /** Items in the body, of whatever it counts as one. */
  readonly received: number;
  readonly measurements: readonly Measurement[];
  /** OpenLineage events that say the same, for formats that tell of runs. */
  readonly events?: readonly object[];
  readonly alerts?: readonly HeardAlert[];
  readonly refused: readonly RefusedItem[];
}

/** A body that was read from the wire and parsed as JSON, and what came with it. */
export interface Delivery {
  readonly body: unknown;
  /** Of the request. */
  readonly query: unknown;
  readonly receivedAt: Date;
  /** What is of an earlier instant is no longer kept: it is refused. */
  readonly oldest: Date;
}

/**
 * Understands one format. Pure.
 *
 * @throws UnprocessableError when nothing of the body can be kept
 */
export type Reader = (delivery: Delivery) => Heard;
