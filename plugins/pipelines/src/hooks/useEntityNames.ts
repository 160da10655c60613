import { useApiHolder } from '@backstage/core-plugin-api';
import {
  entityPresentationApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

/**
 * Names of entities for use inside sentences, as the app presents entities
 * everywhere else. Until a name is fetched, the reference's own name stands in.
 */
export function useEntityNames(
  refs: readonly string[],
): (ref: string) => string {
  const presentation = useApiHolder().get(entityPresentationApiRef);
  const { value: names } = useAsync(async () => {
    if (!presentation) return undefined;
    const snapshots = await Promise.all(
      refs.map(ref => presentation.forEntity(ref).promise),
    );
    return new Map(
      snapshots.map((snapshot, index) => [refs[index], snapshot.primaryTitle]),
    );
  }, [presentation, refs.join()]);

  return ref =>
    names?.get(ref) ??
    entityPresentationSnapshot(ref, undefined, presentation).primaryTitle;
}
