import { createRouteRef } from '@backstage/core-plugin-api';

/** The page of all pipelines, `/pipelines` unless the app says otherwise. */
export const rootRouteRef = createRouteRef({ id: 'pipelines' });
