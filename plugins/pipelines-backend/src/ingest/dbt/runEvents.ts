import { Metadata } from './artifact';
import { hasFailed, RunResult } from './runResult';

const PRODUCER = 'https://github.com/dbt-labs/dbt-core';
const SPEC = 'https://openlineage.io/spec';
const LONGEST_MESSAGE = 10_000;
// PostgreSQL stores no NUL, and a cut may halve a character.
const NOT_STORABLE = /[\0\p{Cs}]/gu;

function facet(name: string, version: string, fields: object): object {
  return {
    _producer: PRODUCER,
    _schemaURL: `${SPEC}/facets/${version}/${name}.json#/$defs/${name}`,
    ...fields,
  };
}

/** What is known of one call of dbt. */
export interface Invocation {
  readonly metadata: Metadata;
  /** `invocation_id`. */
  readonly runId: string;
  /** Seconds that it took, where told. */
  readonly elapsed?: number;
  readonly results: readonly RunResult[];
}

/** Begin and end: of the nodes, or where none says, of the whole call. */
function spanOf({ metadata, elapsed = 0, results }: Invocation) {
  const written = metadata.generated_at.getTime();
  const begins = results.flatMap(({ startedAt }) => startedAt?.getTime() ?? []);
  const ends = results.flatMap(({ endedAt }) => endedAt?.getTime() ?? []);
  const end = ends.reduce((last, each) => Math.max(last, each), written);
  const begin = begins.length
    ? begins.reduce((first, each) => Math.min(first, each), end)
    : Math.max(0, written - elapsed * 1_000);
  return { begin: new Date(begin), end: new Date(end) };
}

function errorMessage({ node, message, status }: RunResult): object {
  const text = `${node}: ${message ?? status}`;
  return facet('ErrorMessageRunFacet', '1-0-1', {
    message: text.slice(0, LONGEST_MESSAGE).replace(NOT_STORABLE, ''),
    programmingLanguage: 'SQL',
  });
}

/**
 * A call of dbt as OpenLineage tells of a run: its begin and its end. It failed
 * if any node did.
 *
 * @param job - whose run it is
 */
export function runEvents(
  job: { readonly namespace: string; readonly name: string },
  invocation: Invocation,
): object[] {
  const { metadata, runId, results } = invocation;
  const { begin, end } = spanOf(invocation);
  const failed = results.find(hasFailed);
  const version = metadata.dbt_version?.replace(NOT_STORABLE, '');
  const facets = {
    ...(version && {
      processing_engine: facet('ProcessingEngineRunFacet', '1-1-1', {
        name: 'dbt',
        version,
      }),
    }),
  };
  const common = {
    producer: PRODUCER,
    schemaURL: `${SPEC}/2-0-2/OpenLineage.json#/$defs/RunEvent`,
    job: {
      namespace: job.namespace,
      name: job.name,
      facets: {
        jobType: facet('JobTypeJobFacet', '2-0-3', {
          processingType: 'BATCH',
          integration: 'DBT',
          jobType: 'JOB',
        }),
      },
    },
  };
  return [
    {
      ...common,
      eventType: 'START',
      eventTime: begin.toISOString(),
      run: { runId, facets },
    },
    {
      ...common,
      eventType: failed ? 'FAIL' : 'COMPLETE',
      eventTime: end.toISOString(),
      run: {
        runId,
        facets: {
          ...facets,
          ...(failed && { errorMessage: errorMessage(failed) }),
        },
      },
    },
  ];
}
