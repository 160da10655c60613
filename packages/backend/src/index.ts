import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

// Sign-in. Everybody may look around as the guest; in development a visitor can
// also be any person of the company, which the module refuses anywhere else.
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
if (process.env.NODE_ENV === 'development') {
  backend.add(import('auth-backend-module-company-provider'));
}

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./permissions'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
// Lists entities that never were good, and so have no page.
backend.add(import('@backstage/plugin-catalog-backend-module-unprocessed'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
// Signals and the catalog look for it at start, and log a 404 without it.
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

// Pipelines: the two lines an adopter adds.
backend.add(
  import('@techflow/backstage-plugin-catalog-backend-module-pipelines'),
);
backend.add(import('@techflow/backstage-plugin-pipelines-backend'));
// And one more for those who have Pipelines ask Prometheus.
backend.add(
  import('@techflow/backstage-plugin-pipelines-backend-module-prometheus'),
);

backend.start();
