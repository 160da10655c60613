/** Who sends us something, and how. @public */
export interface Sender {
  /** Subject of its credentials, such as `external:airflow`. */
  sender: string;
  /** Which door it uses, such as `lineage` or `measurements`. */
  route: string;
  /** When it was first heard, ISO 8601 in UTC. */
  firstHeardAt: string;
  /** When it was last heard. */
  lastHeardAt: string;
  /** How many items were stored, and how many were not. */
  stored: number;
  /** How many items were not kept. */
  refused: number;
  /** Nothing was heard of it for longer than the configuration allows. */
  isSilent: boolean;
}

/**
 * What was refused, or left out of an event that was kept; the same reason of the
 * same sender counts as one.
 *
 * @public
 */
export interface Refusal {
  /** Unique id. */
  id: string;
  /** Subject of the sender's credentials. */
  sender: string;
  /** Which door it used. */
  route: string;
  /** `item`: the whole was refused. `facet`: only a part of an event. */
  of: 'item' | 'facet';
  /** Path, what was found, what is allowed. */
  reason: string;
  /** How often, since `firstAt`. */
  count: number;
  /** When it was first refused, ISO 8601 in UTC. */
  firstAt: string;
  /** When it was last refused. */
  lastAt: string;
}

/**
 * How a question to a measurement source goes, such as a PromQL query.
 *
 * @public
 */
export interface MetricQuery {
  /** Entity reference of the Pipeline whose spec asks it. */
  pipelineRef: string;
  /** Name of the metric that it measures. */
  metric: string;
  /** Such as `prometheus`. */
  source: string;
  /** What is asked, in the language of the source. */
  query: string;
  /** `waiting` was not asked yet. */
  state: 'ok' | 'failing' | 'waiting';
  /** Why it fails. */
  error?: string;
  /** How often it failed in a row. */
  failures: number;
  /** When it was last answered, ISO 8601 in UTC. */
  lastSuccessAt?: string;
  /** When it is asked next. */
  nextAt: string;
}

/** An alert of Alertmanager about a pipeline. @public */
export interface PipelineAlert {
  /** Unique id. */
  id: string;
  /** Entity reference of the Pipeline, its label `pipeline`. */
  pipelineRef: string;
  /** Its label `alertname`. */
  name: string;
  /** Whether it goes on. */
  state: 'firing' | 'resolved';
  /** Its label `severity`, whatever that says. */
  severity?: string;
  /** Its annotation `summary`, else `description`. */
  summary?: string;
  /** When it began, ISO 8601 in UTC. */
  startsAt: string;
  /** When it ended; absent while it fires. */
  endsAt?: string;
  /** Where it was made. */
  link?: string;
}

/**
 * Channel of the signal that says that runs or figures came in; its message is an
 * {@link IngestSignal}. It names ids only, so that nobody learns names from it.
 *
 * @public
 */
export const INGEST_SIGNAL_CHANNEL = 'pipelines:ingest';

/**
 * How many ids of each sort a message of {@link INGEST_SIGNAL_CHANNEL} names at
 * most; one that names as many may have left out others.
 *
 * @public
 */
export const INGEST_SIGNAL_MOST_IDS = 500;

/** Message of {@link INGEST_SIGNAL_CHANNEL}. @public */
export interface IngestSignal {
  /** Ids of the jobs that were heard. */
  jobIds: string[];
  /** Ids of the series that were measured. */
  seriesIds: string[];
}
