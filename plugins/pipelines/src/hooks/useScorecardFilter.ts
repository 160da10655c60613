import {
  Criticality,
  ScorecardFilter,
} from '@techflow/backstage-plugin-pipelines-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { isMonth } from '../time';

/** The highest first. */
export const CRITICALITIES: readonly Criticality[] = [
  'highest',
  'high',
  'medium-high',
  'medium',
  'low',
];

const NAMES = ['month', 'owner', 'system', 'criticality'] as const;

/**
 * Which scorecard the address names (`?month=2026-10&owner=…`), so that it can be
 * bookmarked and sent on. What it does not know is left out.
 */
export function useScorecardFilter(): [
  ScorecardFilter,
  (filter: ScorecardFilter) => void,
] {
  const [params, setParams] = useSearchParams();
  const month = params.get('month');
  const filter: ScorecardFilter = {
    month: isMonth(month) ? month : undefined,
    owner: params.get('owner') ?? undefined,
    system: params.get('system') ?? undefined,
    criticality: CRITICALITIES.find(each => each === params.get('criticality')),
  };
  const setFilter = useCallback(
    (chosen: ScorecardFilter) =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          for (const name of NAMES) {
            const value = chosen[name];
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [filter, setFilter];
}
