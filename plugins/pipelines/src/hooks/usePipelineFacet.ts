import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { pipelinesThat } from '../entities';
import { useLoaded } from './useLoaded';

/** References that pipelines have in a relation of one type, counted by the catalog. */
export function usePipelineFacet(relation: string): string[] {
  const catalogApi = useApi(catalogApiRef);
  const facet = `relations.${relation}`;
  const refs = useLoaded(facet, async () => {
    const { facets } = await catalogApi.getEntityFacets({
      facets: [facet],
      query: pipelinesThat(),
    });
    return (facets[facet] ?? []).map(({ value }) => value).sort();
  });
  // Without the list the page still works; only this one filter is missing.
  return refs.state === 'ready' ? refs.value : [];
}
