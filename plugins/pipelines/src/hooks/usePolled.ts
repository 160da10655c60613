import { useApi } from '@backstage/core-plugin-api';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import { pipelinesApiRef } from '../api';
import { useIngestNews } from './useIngestNews';
import { Loaded } from './useLoaded';
import { useLive } from './useLive';

/**
 * Something fetched that no signal tells of, or too many do: asked again twice a
 * minute while the tab is seen.
 */
export function usePolled<T>(
  key: string,
  load: (pipelinesApi: PipelinesApi) => Promise<T>,
): Loaded<T> {
  const pipelinesApi = useApi(pipelinesApiRef);
  const { loaded, renew } = useLive(key, () => load(pipelinesApi));
  useIngestNews({ concerns: () => false, onNews: renew, alwaysPoll: true });
  return loaded;
}
