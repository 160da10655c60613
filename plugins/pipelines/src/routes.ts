import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The page of all pipelines, `/pipelines` unless the app says otherwise. */
export const rootRouteRef = createRouteRef({ id: 'pipelines' });

/**
 * The same page, for links to it from tabs and cards: an app may have these
 * without the page, and then there is no link.
 */
export const pipelinesPageRouteRef = createExternalRouteRef({
  id: 'pipelines-page',
  optional: true,
  defaultTarget: 'pipelines.root',
});
