import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiFlowChart } from '@remixicon/react';
import { pipelinesPageRouteRef, rootRouteRef } from '../routes';
import { apis } from './apis';
import { entityCards } from './entityCards';
import { entityContents } from './entityContents';
import { homePageWidgets } from './homePageWidgets';
import { pages } from './pages';

/**
 * Ownership, SLA, runbook and on-call pages for data pipelines.
 *
 * @alpha
 */
export default createFrontendPlugin({
  pluginId: 'pipelines',
  title: 'Pipelines',
  icon: <RiFlowChart />,
  info: { packageJson: () => import('../../package.json') },
  routes: { root: rootRouteRef },
  externalRoutes: { pipelinesPage: pipelinesPageRouteRef },
  extensions: [
    ...apis,
    ...pages,
    ...entityCards,
    ...entityContents,
    ...homePageWidgets,
  ],
});
