import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { isMonth } from '../time';

/**
 * The month that the address names (`?month=2026-10`), so that a page can be
 * bookmarked and sent on; undefined for the one that runs.
 */
export function useAddressMonth(): [
  string | undefined,
  (month: string | undefined) => void,
] {
  const [params, setParams] = useSearchParams();
  const named = params.get('month');
  const setMonth = useCallback(
    (month: string | undefined) =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          if (month) after.set('month', month);
          else after.delete('month');
          return after;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [isMonth(named) ? named : undefined, setMonth];
}
