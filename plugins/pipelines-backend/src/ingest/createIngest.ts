import {
  AuditorService,
  HttpAuthService,
  LifecycleService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { SignalsService } from '@backstage/plugin-signals-node';
import express from 'express';
import Router from 'express-promise-router';
import { JournalStore, LineageStore, MeasurementStore } from '../database';
import { AlertStore } from '../database/alerts/AlertStore';
import { MeasurementSink } from '../pull';
import { Clock } from '../rotations/Clock';
import { Door } from './door/Door';
import { Senders } from './door/Senders';
import { IngestJournal } from './IngestJournal';
import { IngestMetrics } from './IngestMetrics';
import { IngestSignals } from './IngestSignals';
import { Intake } from './Intake';
import { lineageRoutes } from './openlineage/lineageRoutes';
import { readerRoutes } from './readerRoutes';
import { IngestOptions, Retention } from './readIngestOptions';

/** Puts together what takes runs, figures and alerts from tools. */
export function createIngest(options: {
  alerts: AlertStore;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  journal: JournalStore;
  lifecycle: LifecycleService;
  lineage: LineageStore;
  logger: LoggerService;
  measurements: MeasurementStore;
  metrics: MetricsService;
  permissions: PermissionsService;
  signals: SignalsService;
  ingest: IngestOptions;
  /** Called when something was stored. */
  onStored: () => void;
  now: Clock;
}): {
  /** To be mounted under `/v1`, before anything that reads bodies. */
  routes: express.Router;
  sink: MeasurementSink;
  flushJournal: () => Promise<void>;
} {
  const { lifecycle, ingest, now } = options;
  const journal = new IngestJournal(options);
  journal.start(lifecycle);
  const intake = new Intake({
    ...options,
    signals: new IngestSignals(options),
  });
  lifecycle.addShutdownHook(() => intake.drain());
  const door = new Door({
    auditor: options.auditor,
    senders: new Senders({ ...options, ...ingest }),
    journal,
    metrics: new IngestMetrics(options),
    now,
  });
  const { retention } = ingest;
  // Nothing is from before 1970, however long it is kept.
  const oldestOf = (kept: keyof Retention, at: Date) =>
    new Date(Math.max(0, +at - retention[kept]));
  const routes = Router();
  routes.use(
    '/lineage',
    lineageRoutes({
      door,
      intake,
      // What an event tells of figures must not be older than those are kept.
      oldestOf: at =>
        new Date(
          Math.max(+oldestOf('runs', at), +oldestOf('measurements', at)),
        ),
    }),
  );
  routes.use(readerRoutes({ door, intake, oldestOf }));
  const sink: MeasurementSink = {
    async accept({ measurements, sender, route }) {
      await intake.acceptMeasurements(measurements);
      const stored = measurements.length;
      journal.count({ sender, route, stored, refused: 0 });
    },
  };
  return { routes, sink, flushJournal: () => journal.flush() };
}
