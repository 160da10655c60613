import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Which pipelines the ownership matrix shows. */
export type OwnershipView = 'all' | 'mine' | 'without-secondary-owner';

/** The filters of the ownership matrix. */
export interface OwnershipFilter {
  view: OwnershipView;
  /** Reference of a System. */
  system?: string;
}

const VIEWS: readonly OwnershipView[] = [
  'all',
  'mine',
  'without-secondary-owner',
];

/**
 * The filters as the address bar has them (`?pipelines=mine&system=…`), so that
 * a filtered matrix can be bookmarked and sent on.
 */
export function useOwnershipFilter(): [
  OwnershipFilter,
  (filter: OwnershipFilter) => void,
] {
  const [params, setParams] = useSearchParams();
  const filter = {
    view: VIEWS.find(view => view === params.get('pipelines')) ?? 'all',
    system: params.get('system') ?? undefined,
  };

  const setFilter = useCallback(
    ({ view, system }: OwnershipFilter) =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          if (view === 'all') after.delete('pipelines');
          else after.set('pipelines', view);
          if (system) after.set('system', system);
          else after.delete('system');
          return after;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [filter, setFilter];
}
