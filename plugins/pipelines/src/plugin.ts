import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import type { JSX } from 'react';
import { PipelinesClient } from '@techflow/backstage-plugin-pipelines-common';
import { pipelinesApiRef } from './api';
import { pipelinesPageRouteRef, rootRouteRef } from './routes';

/**
 * The plugin, for apps of the old frontend system.
 *
 * @public
 */
export const pipelinesPlugin = createPlugin({
  id: 'pipelines',
  routes: { root: rootRouteRef },
  externalRoutes: { pipelinesPage: pipelinesPageRouteRef },
  apis: [
    createApiFactory({
      api: pipelinesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new PipelinesClient(deps),
    }),
  ],
});

/**
 * The page of all pipelines: their ownership matrix, the scorecard of a month, who
 * is on call in every rotation, and what tools send.
 *
 * @public
 */
export const PipelinesPage: () => JSX.Element = pipelinesPlugin.provide(
  createRoutableExtension({
    name: 'PipelinesPage',
    mountPoint: rootRouteRef,
    component: () =>
      import('./components/PipelinesPage').then(m => m.PipelinesPage),
  }),
);

/**
 * Card for a Pipeline: who is on call for it, and whom to wake next.
 *
 * @public
 */
export const EntityPipelineOnCallCard: () => JSX.Element =
  pipelinesPlugin.provide(
    createComponentExtension({
      name: 'EntityPipelineOnCallCard',
      component: {
        lazy: () =>
          import('./components/PipelineOnCallCard').then(
            m => m.PipelineOnCallCard,
          ),
      },
    }),
  );

/**
 * Card for a Pipeline: how it keeps its promises in the month that runs.
 *
 * @public
 */
export const EntityPipelineSlaCard: () => JSX.Element = pipelinesPlugin.provide(
  createComponentExtension({
    name: 'EntityPipelineSlaCard',
    component: {
      lazy: () =>
        import('./components/PipelineSlaCard').then(m => m.PipelineSlaCard),
    },
  }),
);

/**
 * Card for a Pipeline: where its data comes from, what it makes, for whom.
 *
 * @public
 */
export const EntityPipelineReadsAndFeedsCard: () => JSX.Element =
  pipelinesPlugin.provide(
    createComponentExtension({
      name: 'EntityPipelineReadsAndFeedsCard',
      component: {
        lazy: () =>
          import('./components/ReadsAndFeedsCard').then(
            m => m.ReadsAndFeedsCard,
          ),
      },
    }),
  );

/**
 * Tab for a Pipeline: all pipelines by who answers for them, and this one's
 * escalation path.
 *
 * @public
 */
export const EntityPipelineOwnershipContent: () => JSX.Element =
  pipelinesPlugin.provide(
    createComponentExtension({
      name: 'EntityPipelineOwnershipContent',
      component: {
        lazy: () =>
          import('./components/PipelineOwnershipContent').then(
            m => m.PipelineOwnershipContent,
          ),
      },
    }),
  );

/**
 * Tab for a Pipeline: its promises month by month with their evidence, reviews to
 * sign, monitors that warn, and times that do not count.
 *
 * @public
 */
export const EntityPipelineSlaContent: () => JSX.Element =
  pipelinesPlugin.provide(
    createComponentExtension({
      name: 'EntityPipelineSlaContent',
      component: {
        lazy: () =>
          import('./components/PipelineSlaContent').then(
            m => m.PipelineSlaContent,
          ),
      },
    }),
  );

/**
 * Tab for a Pipeline: alerts that fire about it, its runs, and the figures that
 * are measured about it.
 *
 * @public
 */
export const EntityPipelineRunsContent: () => JSX.Element =
  pipelinesPlugin.provide(
    createComponentExtension({
      name: 'EntityPipelineRunsContent',
      component: {
        lazy: () =>
          import('./components/PipelineRunsContent').then(
            m => m.PipelineRunsContent,
          ),
      },
    }),
  );

/**
 * Tab for a Pipeline: its runbook.
 *
 * @public
 */
export const EntityPipelineRunbookContent: () => JSX.Element =
  pipelinesPlugin.provide(
    createComponentExtension({
      name: 'EntityPipelineRunbookContent',
      component: {
        lazy: () =>
          import('./components/PipelineRunbookContent').then(
            m => m.PipelineRunbookContent,
          ),
      },
    }),
  );

/**
 * Card for a Runbook: known troubles and what to do about each.
 *
 * @public
 */
export const EntityRunbookRowsCard: () => JSX.Element = pipelinesPlugin.provide(
  createComponentExtension({
    name: 'EntityRunbookRowsCard',
    component: {
      lazy: () =>
        import('./components/RunbookRowsCard').then(m => m.RunbookRowsCard),
    },
  }),
);

/**
 * Card for a Runbook: whether it was read through lately.
 *
 * @public
 */
export const EntityRunbookReviewCard: () => JSX.Element =
  pipelinesPlugin.provide(
    createComponentExtension({
      name: 'EntityRunbookReviewCard',
      component: {
        lazy: () =>
          import('./components/RunbookReviewCard').then(
            m => m.RunbookReviewCard,
          ),
      },
    }),
  );

/**
 * Card for an EscalationPolicy: who is told, level by level.
 *
 * @public
 */
export const EntityEscalationPolicyLevelsCard: () => JSX.Element =
  pipelinesPlugin.provide(
    createComponentExtension({
      name: 'EntityEscalationPolicyLevelsCard',
      component: {
        lazy: () =>
          import('./components/EscalationPolicyLevelsCard').then(
            m => m.EscalationPolicyLevelsCard,
          ),
      },
    }),
  );
