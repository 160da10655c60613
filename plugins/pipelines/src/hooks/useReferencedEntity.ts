import { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Loaded, useLoaded } from './useLoaded';

/**
 * The entity that another one names. Its value is undefined when nothing is
 * named, and when the catalog does not hand it out: the catalog answers the same
 * for an entity that does not exist and for one the reader may not see.
 */
export function useReferencedEntity<T extends Entity>(
  ref: string | undefined,
  isExpected: (entity: Entity) => entity is T,
): Loaded<T | undefined> {
  const catalogApi = useApi(catalogApiRef);
  return useLoaded(ref ?? '', async () => {
    const entity = ref ? await catalogApi.getEntityByRef(ref) : undefined;
    return entity && isExpected(entity) ? entity : undefined;
  });
}
