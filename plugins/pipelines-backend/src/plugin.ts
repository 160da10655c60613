import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { pipelinesPermissions } from '@techflow/backstage-plugin-pipelines-common';
import { pipelinesMeasurementSourcesExtensionPoint } from '@techflow/backstage-plugin-pipelines-node';
import { calendarFeedPath } from './calendars';
import { EntityWatcher } from './catalog/EntityWatcher';
import { createStores } from './createStores';
import { createIngest } from './ingest/createIngest';
import { readIngestOptions } from './ingest/readIngestOptions';
import { readSlaOptions } from './judging/readSlaOptions';
import { startJudging } from './judging/startJudging';
import { MeasurementService } from './measurements/MeasurementService';
import { ChangeNotices } from './notifications';
import { PipelineAccess } from './pipelines/PipelineAccess';
import { RecordedPipelines } from './pipelines/RecordedPipelines';
import { MeasurementSources } from './pull';
import { Actors, Clock, RotationChanges, systemClock } from './rotations';
import { createRotations } from './rotations/createRotations';
import { createRouter } from './router';
import { RunService } from './runs/RunService';
import {
  registerAbsenceCalendars,
  registerIngestTasks,
  registerReconcilers,
  registerTasks,
} from './tasks';

/** The plugin with a clock of its own; tests have theirs. */
export const createPipelinesPlugin = ({ now }: { now: Clock }) =>
  createBackendPlugin({
    pluginId: 'pipelines',
    register(env) {
      const sources = new MeasurementSources();
      env.registerExtensionPoint(
        pipelinesMeasurementSourcesExtensionPoint,
        sources,
      );
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
          metrics: metricsServiceRef,
          notifications: notificationService,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
          scheduler: coreServices.scheduler,
          signals: signalsServiceRef,
          urlReader: coreServices.urlReader,
          userInfo: coreServices.userInfo,
        },
        async init({ database, httpRouter, permissionsRegistry, ...services }) {
          permissionsRegistry.addPermissions(pipelinesPermissions);
          const sla = readSlaOptions(services.config);
          const stores = await createStores(database, sla);
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
          const ingest = readIngestOptions(services.config);
          const judging = await startJudging({
            ...services,
            ...stores,
            ...ingest,
            now,
          });
          const {
            routes: ingestRoutes,
            sink,
            flushJournal,
          } = createIngest({
            ...services,
            ...stores,
            ingest,
            onStored: () => judging.nudge(),
            now,
          });
          const access = new PipelineAccess(services);
          const reading = { ...stores, access, now };
          httpRouter.addAuthPolicy({
            path: calendarFeedPath,
            allow: 'unauthenticated',
          });
          httpRouter.use(
            createRouter({
              ...services,
              ...stores,
              ...ingest,
              ...sla,
              access,
              actors,
              changes,
              figures: new MeasurementService(reading),
              flushJournal,
              ingestRoutes,
              now,
              oldest: judging.oldest,
              onStored: () => judging.nudge(),
              rotations,
              runs: new RunService(reading),
            }),
          );

          const recordedPipelines = new RecordedPipelines({
            ...services,
            ...stores,
            ...sla,
            now,
          });
          const tasks = { ...services, ...stores, now };
          await registerReconcilers({
            ...tasks,
            rotations: recorded,
            recordedPipelines,
          });
          await registerTasks({ ...tasks, rotations, announcer });
          await registerAbsenceCalendars({ ...tasks, rotations });
          await registerIngestTasks({ ...tasks, ...ingest, sources, sink });
          const watcher = new EntityWatcher({
            ...services,
            looks: {
              pipeline: ref => recordedPipelines.refresh(ref),
              rotation: ref => recorded.refresh(ref, services.auth),
            },
          });
          await watcher.start(services);
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
