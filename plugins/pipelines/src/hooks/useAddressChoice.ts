import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * One of a few choices, kept in the address bar (`?state=failed`), so that the
 * page can be bookmarked and sent on. The first is chosen when the address says
 * nothing, or nothing known, and is left out of it.
 */
export function useAddressChoice<T extends string>(
  name: string,
  choices: readonly T[],
): [T, (choice: T) => void] {
  const [params, setParams] = useSearchParams();
  const [first] = choices;
  const chosen = choices.find(choice => choice === params.get(name)) ?? first;
  const choose = useCallback(
    (choice: T) =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          if (choice === first) after.delete(name);
          else after.set(name, choice);
          return after;
        },
        { replace: true },
      ),
    [setParams, name, first],
  );
  return [chosen, choose];
}
