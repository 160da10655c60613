import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { IconBundleBlueprint } from '@backstage/plugin-app-react';
import { createElement } from 'react';
import { KIND_ICONS } from './icons';

/** Icons of our kinds for pages that ask for `kind:<kind>`, such as the inspector. */
export const kindIconsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    IconBundleBlueprint.make({
      name: 'pipelines-kinds',
      params: {
        icons: Object.fromEntries(
          Object.entries(KIND_ICONS).map(([kind, Icon]) => [
            `kind:${kind}`,
            createElement(Icon, { fontSize: 'inherit' }),
          ]),
        ),
      },
    }),
  ],
});
