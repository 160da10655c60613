import { RELATION_PART_OF } from '@backstage/catalog-model';
import { usePipelineFacet } from './usePipelineFacet';

/** References of all systems that pipelines are part of. */
export function useSystemsOfPipelines(): string[] {
  return usePipelineFacet(RELATION_PART_OF);
}
