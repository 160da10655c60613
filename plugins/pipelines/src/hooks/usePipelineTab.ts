import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';

/** Says the path of a tab on a Pipeline's page, such as its runs. */
export function usePipelineTab(): (
  pipelineRef: string,
  tab: 'sla' | 'runs',
  search?: Record<string, string | undefined>,
) => string {
  const pathOf = useRouteRef(entityRouteRef);
  return (pipelineRef, tab, search = {}) => {
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(search)) {
      if (value !== undefined) params.set(name, value);
    }
    const path = `${pathOf(entityRouteParams(pipelineRef))}/${tab}`;
    return params.size ? `${path}?${params}` : path;
  };
}
