import { toError } from '@backstage/errors';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

/** Something fetched: under way, there, or failed. */
export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T; reload(): void }
  | { state: 'failed'; error: Error; reload(): void };

/**
 * Fetches, and fetches again whenever `key` changes. What was fetched under
 * another key is never shown: a page that moves on to the next entity must not
 * show the person on call of the one before.
 *
 * While the same key is fetched again, the value at hand stays.
 */
export function useLoaded<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const { value, loading, retry } = useAsyncRetry<
    { key: string } & ({ loaded: T } | { error: Error })
  >(async () => {
    try {
      return { key, loaded: await load() };
    } catch (error) {
      return { key, error: toError(error) };
    }
  }, [key]);

  if (!value || value.key !== key) return { state: 'loading' };
  if ('loaded' in value) {
    return { state: 'ready', value: value.loaded, reload: retry };
  }
  if (loading) return { state: 'loading' };
  return { state: 'failed', error: value.error, reload: retry };
}
