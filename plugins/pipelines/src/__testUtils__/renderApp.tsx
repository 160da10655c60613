import { Entity } from '@backstage/catalog-model';
import {
  createFrontendPlugin,
  FrontendFeature,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import pipelinesPlugin from '../alpha';
import { pipelinesApiRef } from '../api';
import { company, onCall, shiftsPage } from './builders';
import { pipelinesApiMock } from './render';

/** A plugin with a card on every entity page, found before ours. */
const stranger: FrontendFeature = createFrontendPlugin({
  pluginId: 'stranger',
  extensions: [
    EntityCardBlueprint.make({
      name: 'graph',
      params: { loader: async () => <h3>A stranger's graph</h3> },
    }),
  ],
});

/** Renders a whole app of the new frontend system: catalog, a stranger, and ours. */
export function renderApp(options: { at: string; entities: Entity[] }) {
  return renderTestApp({
    features: [catalogPlugin, stranger, pipelinesPlugin],
    apis: [
      [
        catalogApiRef,
        catalogApiMock({ entities: [...company, ...options.entities] }),
      ],
      [
        pipelinesApiRef,
        pipelinesApiMock({
          getOnCall: async () => onCall(),
          getOnCallByRefs: async () => ({ items: [onCall()] }),
          getShifts: async () => shiftsPage([0, 1]),
        }),
      ],
    ],
    initialRouteEntries: [options.at],
  });
}
