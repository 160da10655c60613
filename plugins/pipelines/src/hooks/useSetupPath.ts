import { useRouteRef } from '@backstage/core-plugin-api';
import { pipelinesPageRouteRef } from '../routes';

/** Path of the Setup page; undefined in an app without the page of pipelines. */
export function useSetupPath(): string | undefined {
  const pagePath = useRouteRef(pipelinesPageRouteRef)?.();
  return pagePath && `${pagePath}/setup`;
}
