import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { pipelinesPermissions } from '@techflow/backstage-plugin-pipelines-common';
import { calendarFeedPath } from './calendars';
import { createStores } from './createStores';
import { ChangeNotices } from './notifications';
import {
  Actors,
  Clock,
  RotationChanges,
  RotationReconciler,
  RotationWatcher,
  systemClock,
} from './rotations';
import { createRotations } from './rotations/createRotations';
import { createRouter } from './router';
import { registerAbsenceCalendars, registerTasks } from './tasks';

/** The plugin with a clock of its own; tests have theirs. */
export const createPipelinesPlugin = ({ now }: { now: Clock }) =>
  createBackendPlugin({
    pluginId: 'pipelines',
    register(env) {
      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          database: coreServices.database,
          discovery: coreServices.discovery,
          events: eventsServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          lifecycle: coreServices.lifecycle,
          logger: coreServices.logger,
          notifications: notificationService,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
          scheduler: coreServices.scheduler,
          urlReader: coreServices.urlReader,
          userInfo: coreServices.userInfo,
        },
        async init({ database, httpRouter, permissionsRegistry, ...services }) {
          permissionsRegistry.addPermissions(pipelinesPermissions);
          const stores = await createStores(database);
          const announcer = new ChangeNotices();
          const { recorded, rotations } = createRotations({
            ...services,
            ...stores,
            now,
          });
          const changes = new RotationChanges({
            store: stores.changes,
            announcer,
            now,
          });
          const actors = new Actors({ ...services, now });
          httpRouter.addAuthPolicy({
            path: calendarFeedPath,
            allow: 'unauthenticated',
          });
          httpRouter.use(
            createRouter({
              ...services,
              ...stores,
              rotations,
              changes,
              actors,
              now,
            }),
          );

          const { scheduler, events, lifecycle } = services;
          const watched = { ...services, rotations: recorded };
          const reconciler = new RotationReconciler(watched);
          await scheduler.scheduleTask({
            id: 'pipelines-reconcile-rotations',
            ...RotationReconciler.schedule,
            fn: signal => reconciler.run(signal),
          });
          await registerTasks({
            ...services,
            ...stores,
            rotations,
            announcer,
            now,
          });
          await registerAbsenceCalendars({
            ...services,
            ...stores,
            rotations,
            now,
          });
          await new RotationWatcher(watched).start({ events, lifecycle });
        },
      });
    },
  });

/**
 * Backend plugin that says who is on call, and why.
 *
 * @public
 */
export const pipelinesPlugin = createPipelinesPlugin({ now: systemClock });
