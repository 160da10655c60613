import { RELATION_PART_OF } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { pipelinesThat } from '../entities';
import { useLoaded } from './useLoaded';

const FACET = `relations.${RELATION_PART_OF}`;

/** References of all systems that pipelines are part of, counted by the catalog. */
export function useSystemsOfPipelines(): string[] {
  const catalogApi = useApi(catalogApiRef);
  const systems = useLoaded('', async () => {
    const { facets } = await catalogApi.getEntityFacets({
      facets: [FACET],
      query: pipelinesThat(),
    });
    return (facets[FACET] ?? []).map(({ value }) => value).sort();
  });
  // Without the list the matrix still works; only this one filter is missing.
  return systems.state === 'ready' ? systems.value : [];
}
