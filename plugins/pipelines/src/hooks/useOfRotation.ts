import { useApi } from '@backstage/core-plugin-api';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import { pipelinesApiRef } from '../api';
import { useRotationUpdates } from './rotationUpdates';
import { Loaded, useLoaded } from './useLoaded';

/**
 * Something fetched about a rotation; fetched again when `key` changes, and when
 * the rotation was changed from this page.
 */
export function useOfRotation<T>(
  rotationRef: string,
  key: string,
  load: (pipelinesApi: PipelinesApi) => Promise<T>,
): Loaded<T> {
  const pipelinesApi = useApi(pipelinesApiRef);
  const loaded = useLoaded(`${rotationRef} ${key}`, () => load(pipelinesApi));
  useRotationUpdates(rotationRef, () => {
    if (loaded.state !== 'loading') loaded.reload();
  });
  return loaded;
}
