/**
 * What was told, when (ISO 8601 in UTC) and by which event. Of two, the one told
 * later is right; of the same millisecond, the one whose event sorts later, so
 * that the order of arrival never matters.
 */
export interface Told<T> {
  readonly is: T;
  readonly at: string;
  readonly by: string;
}

/** Ends that a run can have. */
export type RunEnd = 'complete' | 'failed' | 'aborted';

/** Rows written to one data set. */
export type OutputRows = Readonly<Record<string, Told<number>>>;

/**
 * What all events about a run say together. Merging is associative, commutative
 * and idempotent: events may come in any order, and again, also after the raw
 * event was deleted. All instants are ISO 8601 in UTC, and sort as text.
 */
export interface RunFacts {
  readonly firstEventAt: string;
  readonly lastEventAt: string;
  /** Earliest START. */
  readonly startedAt?: string;
  /** A RUNNING event was heard: streaming jobs may send nothing else. */
  readonly isRunning: boolean;
  /** Earliest event of each end. */
  readonly ends: Readonly<Partial<Record<RunEnd, string>>>;
  readonly producer: Told<string>;
  readonly sender: Told<string>;
  readonly nominal?: Told<{ start: string; end?: string }>;
  readonly parent?: Told<{ namespace: string; name: string; runId: string }>;
  readonly isBackfill?: Told<boolean>;
  readonly isStreaming?: Told<boolean>;
  readonly error?: Told<string>;
  readonly engine?: Told<string>;
  readonly link?: Told<string>;
  /** By data set, the first hundred by name. */
  readonly outputs: OutputRows;
  /** An event said no zone. */
  readonly hasNoZone: boolean;
  /** An event was more than five minutes ahead of our clock. */
  readonly isAhead: boolean;
  /** When the first event came in. */
  readonly heardAt: string;
}

const MOST_OUTPUTS = 100;

function min<T extends string | undefined>(a: T, b: T): T {
  if (a === undefined) return b;
  return b === undefined || a <= b ? a : b;
}

function later<T>(
  a: Told<T> | undefined,
  b: Told<T> | undefined,
): Told<T> | undefined {
  if (!a || !b) return a ?? b;
  return laterOf(a, b);
}

function laterOf<T>(a: Told<T>, b: Told<T>): Told<T> {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return a.by >= b.by ? a : b;
}

function mergeEnds(a: RunFacts['ends'], b: RunFacts['ends']) {
  const complete = min(a.complete, b.complete);
  const failed = min(a.failed, b.failed);
  const aborted = min(a.aborted, b.aborted);
  return {
    ...(complete && { complete }),
    ...(failed && { failed }),
    ...(aborted && { aborted }),
  };
}

/**
 * The outputs of both, the first hundred by name. Keeping the smallest names keeps
 * the rule: whatever was cut never comes back.
 */
export function mergeOutputs(a: OutputRows, b: OutputRows): OutputRows {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .sort()
    .slice(0, MOST_OUTPUTS);
  return Object.fromEntries(
    names.flatMap(name => {
      const told = later(a[name], b[name]);
      return told ? [[name, told]] : [];
    }),
  );
}

/** What two parts of the events about a run say together. */
export function mergeFacts(a: RunFacts, b: RunFacts): RunFacts {
  const startedAt = min(a.startedAt, b.startedAt);
  const nominal = later(a.nominal, b.nominal);
  const parent = later(a.parent, b.parent);
  const isBackfill = later(a.isBackfill, b.isBackfill);
  const isStreaming = later(a.isStreaming, b.isStreaming);
  const error = later(a.error, b.error);
  const engine = later(a.engine, b.engine);
  const link = later(a.link, b.link);
  return {
    firstEventAt: min(a.firstEventAt, b.firstEventAt),
    lastEventAt: a.lastEventAt >= b.lastEventAt ? a.lastEventAt : b.lastEventAt,
    ...(startedAt && { startedAt }),
    isRunning: a.isRunning || b.isRunning,
    ends: mergeEnds(a.ends, b.ends),
    producer: laterOf(a.producer, b.producer),
    sender: laterOf(a.sender, b.sender),
    ...(nominal && { nominal }),
    ...(parent && { parent }),
    ...(isBackfill && { isBackfill }),
    ...(isStreaming && { isStreaming }),
    ...(error && { error }),
    ...(engine && { engine }),
    ...(link && { link }),
    outputs: mergeOutputs(a.outputs, b.outputs),
    hasNoZone: a.hasNoZone || b.hasNoZone,
    isAhead: a.isAhead || b.isAhead,
    heardAt: min(a.heardAt, b.heardAt),
  };
}
