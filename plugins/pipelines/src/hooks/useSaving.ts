import { toError } from '@backstage/errors';
import useAsyncFn from 'react-use/esm/useAsyncFn';

/** Something being saved: under way or not, and why it failed the last time. */
export interface Saving<TArguments extends unknown[]> {
  isSaving: boolean;
  error?: Error;
  save(...args: TArguments): void;
}

/** Saves, and remembers what went wrong. */
export function useSaving<TArguments extends unknown[]>(
  action: (...args: TArguments) => Promise<void>,
): Saving<TArguments> {
  const [state, run] = useAsyncFn(action, [action]);
  return {
    isSaving: state.loading,
    error: state.error && !state.loading ? toError(state.error) : undefined,
    save: (...args) => {
      run(...args);
    },
  };
}
