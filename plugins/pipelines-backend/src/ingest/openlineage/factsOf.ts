import { Dataset, Facets, RunEvent } from './event';
import { FacetReader } from './facets/FacetReader';
import * as facets from './facets/runFacets';
import { statistics } from './facets/datasetFacets';
import { datasetName } from './datasetName';
import { mergeOutputs, RunFacts, Told } from './runFacts';

// Clocks of machines differ a little; more than this is worth a remark.
const AHEAD_MS = 5 * 60_000;

const ENDS = {
  COMPLETE: 'complete',
  FAIL: 'failed',
  ABORT: 'aborted',
} as const;
const ENDLESS = ['STREAMING', 'SERVICE'];
const NOBODY = 'unknown';

/** Only addresses that a browser opens as a page. */
function pageOf(text: string | null | undefined): string | undefined {
  return text && /^https?:\/\/[^\s"'<>]+$/i.test(text) ? text : undefined;
}

/** Page of the run, where a tool's own facet names one. */
function linkOf(run: Facets, reader: FacetReader): string | undefined {
  const path = ['run', 'facets'];
  const airflow = reader.read(run, 'airflow', facets.airflow, path);
  const spark = reader.read(
    run,
    'spark_applicationDetails',
    facets.sparkApplication,
    path,
  );
  return (
    pageOf(airflow?.taskInstance?.log_url) ??
    pageOf(spark?.historyUrl) ??
    pageOf(spark?.uiWebUrl)
  );
}

/** Whether Airflow says that it runs again for the past; absent if it says nothing. */
function isBackfill(run: Facets, reader: FacetReader): boolean | undefined {
  for (const key of ['airflowDagRun', 'airflow']) {
    const read = reader.read(run, key, facets.airflow, ['run', 'facets']);
    const type = read?.dagRun?.run_type;
    if (type) return type.startsWith('backfill');
  }
  return undefined;
}

function engineOf(run: Facets, reader: FacetReader): string | undefined {
  const engine = reader.read(
    run,
    'processing_engine',
    facets.processingEngine,
    ['run', 'facets'],
  );
  return [engine?.name, engine?.version].filter(Boolean).join(' ') || undefined;
}

function nominalOf(run: Facets, reader: FacetReader) {
  const time = reader.read(run, 'nominalTime', facets.nominalTime, [
    'run',
    'facets',
  ]);
  if (!time) return undefined;
  const end = time.nominalEndTime?.toISOString();
  return { start: time.nominalStartTime.toISOString(), ...(end && { end }) };
}

/** Whether a job has no end to expect; absent if it does not say. */
export function isStreaming(
  job: Facets,
  reader: FacetReader,
): boolean | undefined {
  const type = reader.read(job, 'jobType', facets.jobType, ['job', 'facets']);
  const processing = type?.processingType;
  return processing ? ENDLESS.includes(processing.toUpperCase()) : undefined;
}

function rowsOf(
  outputs: readonly Dataset[],
  reader: FacetReader,
): [string, number][] {
  return outputs.flatMap((output, index) => {
    const written = reader.read(
      output.outputFacets,
      'outputStatistics',
      statistics,
      ['outputs', index, 'outputFacets'],
    );
    const rows = written?.rowCount;
    return typeof rows === 'number' ? [[datasetName(output), rows]] : [];
  });
}

/** What one event says of its run. Pure. */
export function factsOf(options: {
  event: RunEvent;
  /** Of the event's content. */
  eventId: string;
  sender: string;
  receivedAt: Date;
  /** Notes what is left out. */
  reader: FacetReader;
}): RunFacts {
  const { event, eventId, sender, receivedAt, reader } = options;
  const { at: time, hasNoZone } = event.eventTime;
  const at = time.toISOString();
  const by = eventId.slice(0, 8);
  const told = <T>(is: T): Told<T> => ({ is, at, by });
  const optional = <K extends string, T>(key: K, is: T | undefined) =>
    is === undefined ? undefined : { [key]: told(is) };

  const run = event.run.facets;
  const { eventType } = event;
  const parent = reader.read(run, 'parent', facets.parent, ['run', 'facets']);
  const error = reader.read(run, 'errorMessage', facets.errorMessage, [
    'run',
    'facets',
  ]);
  const end =
    eventType === 'COMPLETE' || eventType === 'FAIL' || eventType === 'ABORT'
      ? { [ENDS[eventType]]: at }
      : {};
  const rows = rowsOf(event.outputs ?? [], reader);
  return {
    firstEventAt: at,
    lastEventAt: at,
    ...(eventType === 'START' && { startedAt: at }),
    isRunning: eventType === 'RUNNING',
    ends: end,
    producer: told(event.producer ?? NOBODY),
    sender: told(sender),
    ...optional('nominal', nominalOf(run, reader)),
    ...optional('parent', parent && { ...parent.job, runId: parent.run.runId }),
    ...optional('isBackfill', isBackfill(run, reader)),
    ...optional('isStreaming', isStreaming(event.job.facets, reader)),
    ...optional('error', error?.message),
    ...optional('engine', engineOf(run, reader)),
    ...optional('link', linkOf(run, reader)),
    outputs: mergeOutputs(
      {},
      Object.fromEntries(rows.map(([name, is]) => [name, told(is)])),
    ),
    hasNoZone,
    isAhead: time.getTime() - receivedAt.getTime() > AHEAD_MS,
    heardAt: receivedAt.toISOString(),
  };
}
