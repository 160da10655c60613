import { useApi } from '@backstage/core-plugin-api';
import { Run, RunState } from '@techflow/backstage-plugin-pipelines-common';
import { pipelinesApiRef } from '../api';
import { CursorPages, useCursorPages } from './useCursorPages';
import { isNamed, useIngestNews } from './useIngestNews';
import { Loaded } from './useLoaded';
import { useLive } from './useLive';

/** Runs that one page shows. */
export const RUNS_PAGE_SIZE = 20;

/** One page of a pipeline's runs. */
export interface RunsOfPage {
  runs: Run[];
  nextCursor?: string;
}

/**
 * A page of a pipeline's runs, newest first, renewed when something is heard of
 * their jobs. A cursor belongs to a filter: give a component that uses this the
 * filter as its `key`.
 */
export function useRunsPage(options: {
  pipelineRef: string;
  state?: RunState;
}): { page: Loaded<RunsOfPage>; pages: CursorPages; isStale: boolean } {
  const { pipelineRef, state } = options;
  const pipelinesApi = useApi(pipelinesApiRef);
  const pages = useCursorPages();
  const { cursor } = pages;
  const { loaded, renew, isStale } = useLive(
    `${pipelineRef} ${state ?? ''} ${cursor ?? ''}`,
    async () => {
      const { items, nextCursor } = await pipelinesApi.getRuns({
        pipelineRef,
        states: state && [state],
        limit: RUNS_PAGE_SIZE,
        cursor,
      });
      return { runs: items, nextCursor };
    },
  );
  const runs = loaded.state === 'ready' ? loaded.value.runs : [];
  useIngestNews({
    // Of an empty page it cannot be known which jobs are its own.
    concerns: ({ jobIds }) =>
      runs.length ? runs.some(run => isNamed(jobIds, run.jobId)) : true,
    onNews: renew,
    // While signals connect, and when their connection breaks, some are lost.
    alwaysPoll: true,
  });
  return { page: loaded, pages, isStale };
}
