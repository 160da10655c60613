import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { Shift, ShiftsPage } from '@techflow/backstage-plugin-pipelines-common';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { pipelinesApiRef } from '../api';
import { Loaded, useLoaded } from './useLoaded';

/** Shifts that one request brings. */
const PAGE = 8;

/** How far ahead is looked. The API answers for at most 400 days. */
const AHEAD_MS = 365 * 24 * 60 * 60 * 1000;

/** The shifts from now on, as far as they were asked for. */
export interface UpcomingShifts {
  timeZone: string;
  shifts: Shift[];
  /** More shifts after these; missing when there are none. */
  later?: { isLoading: boolean; error?: Error; show(): void };
}

/**
 * The shift that is running and those after it, a page more on each wish. Give
 * a component that uses this the rotation as its `key`.
 */
export function useShifts(rotationRef: string): Loaded<UpcomingShifts> {
  const pipelinesApi = useApi(pipelinesApiRef);
  // A cursor belongs to a range, so the range stays while pages are added to it.
  const [openedAt] = useState(() => Date.now());
  const [laterPages, setLaterPages] = useState<ShiftsPage[]>([]);

  const fetchPage = (cursor?: string) =>
    pipelinesApi.getShifts({
      rotationRef,
      from: new Date(openedAt).toISOString(),
      to: new Date(openedAt + AHEAD_MS).toISOString(),
      limit: PAGE,
      cursor,
    });
  const first = useLoaded(rotationRef, () => fetchPage());
  const [more, fetchMore] = useAsyncFn(
    async (cursor: string) => {
      const page = await fetchPage(cursor);
      setLaterPages(pages => [...pages, page]);
    },
    [rotationRef, openedAt],
  );
  if (first.state !== 'ready') return first;

  const pages = [first.value, ...laterPages];
  const { nextCursor } = pages[pages.length - 1];
  return {
    ...first,
    value: {
      timeZone: first.value.timeZone,
      shifts: pages.flatMap(({ items }) => items),
      later: nextCursor
        ? {
            isLoading: more.loading,
            error: more.error && toError(more.error),
            show: () => fetchMore(nextCursor),
          }
        : undefined,
    },
  };
}
