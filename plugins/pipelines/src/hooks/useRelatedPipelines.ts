import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  OWNERSHIP_FIELDS,
  ownershipRow,
  OwnershipRow,
  pipelinesThat,
  relatedTo,
} from '../entities';
import { Loaded, useLoaded } from './useLoaded';

/** Pipelines that one card shows; the matrix page has them all. */
const SHOWN = 20;

/** Pipelines that name an entity, and how many there are in all. */
export interface RelatedPipelines {
  rows: OwnershipRow[];
  totalItems: number;
}

/** The pipelines that have a relation to an entity, such as `hasRotation`. */
export function useRelatedPipelines(
  entity: Entity,
  relation: string,
): Loaded<RelatedPipelines> {
  const catalogApi = useApi(catalogApiRef);
  const entityRef = stringifyEntityRef(entity);
  return useLoaded(`${relation} ${entityRef}`, async () => {
    const { items, totalItems } = await catalogApi.queryEntities({
      query: pipelinesThat(relatedTo(relation, [entityRef])),
      fields: OWNERSHIP_FIELDS,
      limit: SHOWN,
      orderFields: { field: 'metadata.name', order: 'asc' },
    });
    return {
      rows: items.flatMap(item => ownershipRow(item) ?? []),
      totalItems,
    };
  });
}
