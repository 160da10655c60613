import { createApp } from '@backstage/frontend-defaults';
import {
  catalogGraphKindsModule,
  catalogKindsModule,
  kindIconsModule,
} from './modules/kinds';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

/**
 * The plugins themselves are found among the dependencies, see `app.packages`
 * in app-config.yaml.
 */
export default createApp({
  features: [
    navModule,
    signInModule,
    kindIconsModule,
    catalogKindsModule,
    catalogGraphKindsModule,
  ],
});
