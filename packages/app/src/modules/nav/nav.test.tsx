import { createApp } from '@backstage/frontend-defaults';
import {
  createFrontendModule,
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { mockApis } from '@backstage/frontend-test-utils';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import { render, screen, within } from '@testing-library/react';
import { useEffect } from 'react';
import { navModule } from './index';

/** A plugin with one page, as the catalog and ours are to the sidebar. */
function pluginWithPage(pluginId: string, title: string) {
  return createFrontendPlugin({
    pluginId,
    extensions: [
      PageBlueprint.make({
        params: {
          path: `/${pluginId}`,
          title,
          icon: <svg />,
          routeRef: createRouteRef(),
          loader: async () => <p>{title}</p>,
        },
      }),
    ],
  });
}

const signedIn = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: {
        loader: async () =>
          function SignedIn({ onSignInSuccess }) {
            useEffect(() => onSignInSuccess(mockApis.identity()));
            return null;
          },
      },
    }),
  ],
});

describe('sidebar', () => {
  it('lists the catalog and the pipelines first, then what else is installed', async () => {
    const config = mockApis.config({
      data: { app: { title: 'Test' }, backend: { baseUrl: 'http://backend' } },
    });
    const app = createApp({
      advanced: { configLoader: async () => ({ config }) },
      features: [
        pluginWithPage('apis', 'APIs'),
        pluginWithPage('pipelines', 'Pipelines'),
        pluginWithPage('catalog', 'Catalog'),
        searchPlugin,
        notificationsPlugin,
        userSettingsPlugin,
        navModule,
        signedIn,
      ],
    });

    render(app.createRoot());

    await screen.findByText('Pipelines', undefined, { timeout: 10_000 });
    const names = within(screen.getByTestId('sidebar-root'))
      .getAllByRole('link')
      .map(link => link.getAttribute('aria-label') ?? link.textContent);
    expect(names).toEqual([
      'Home',
      'Catalog',
      'Pipelines',
      'APIs',
      'Notifications',
      'Settings',
    ]);
  });
});
