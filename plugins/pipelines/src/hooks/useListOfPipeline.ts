import { useApi } from '@backstage/core-plugin-api';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import { pipelinesApiRef } from '../api';
import { CursorPages, useCursorPages } from './useCursorPages';
import { Live } from './useLive';
import { useSlaLive } from './useSlaLive';

/** Lines that one page of such a list shows. */
export const LIST_PAGE_SIZE = 10;

/** A page of a list about a pipeline that people add to, and its pages. */
export function useListOfPipeline<T>(
  key: string,
  load: (
    pipelinesApi: PipelinesApi,
    paging: { limit: number; cursor?: string },
  ) => Promise<{ items: T[]; nextCursor?: string }>,
): Live<{ items: T[]; nextCursor?: string }> & { pages: CursorPages } {
  const pipelinesApi = useApi(pipelinesApiRef);
  const pages = useCursorPages();
  const { cursor } = pages;
  const live = useSlaLive(
    `${key} ${cursor ?? ''}`,
    () => load(pipelinesApi, { limit: LIST_PAGE_SIZE, cursor }),
    // The list does not know its pipeline's name in signals; news are rare.
    { signalIdOf: () => undefined, everyMs: 5_000 },
  );
  return { ...live, pages };
}
