import { IngestResult } from '@techflow/backstage-plugin-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { readAlerts } from './alertmanager/readAlerts';
import { readRunResults } from './dbt/readRunResults';
import { readSources } from './dbt/readSources';
import { Door } from './door/Door';
import { readValidationResult } from './greatExpectations/readValidationResult';
import { Reader } from './heard';
import { Intake } from './Intake';
import { readMeasurements } from './measurements/readMeasurements';
import { prepareEvent } from './openlineage/prepareEvent';

/** The doors of all formats but OpenLineage: where each is, and who reads it. */
const READERS: {
  path: string;
  route: string;
  read: Reader;
  /** What is older than this is kept would be deleted at once. */
  kept: 'alerts' | 'measurements';
}[] = [
  {
    path: '/measurements',
    route: 'measurements',
    read: readMeasurements,
    kept: 'measurements',
  },
  {
    path: '/alerts/alertmanager',
    route: 'alertmanager',
    read: readAlerts,
    kept: 'alerts',
  },
  {
    path: '/dbt/sources',
    route: 'dbt-sources',
    read: readSources,
    kept: 'measurements',
  },
  {
    path: '/dbt/run-results',
    route: 'dbt-run-results',
    read: readRunResults,
    kept: 'measurements',
  },
  {
    path: '/great-expectations/validation-results',
    route: 'great-expectations',
    read: readValidationResult,
    kept: 'measurements',
  },
];

/** `/v1/measurements`, `/v1/dbt`, …: what tools write, as they write it. */
export function readerRoutes({
  door,
  intake,
  oldestOf,
}: {
  door: Door;
  intake: Intake;
  /** The oldest instant of which something is kept, at an instant. */
  oldestOf: (kept: 'alerts' | 'measurements' | 'runs', now: Date) => Date;
}): express.Router {
  const router = Router();
  for (const { path, route, read, kept } of READERS) {
    router.post(
      path,
      door.serve(route, async visit => {
        const { sender, receivedAt } = visit;
        const heard = read({ ...visit, oldest: oldestOf(kept, receivedAt) });
        const { received, refused } = heard;
        const oldest = oldestOf('runs', receivedAt);
        const events = (heard.events ?? []).map(body =>
          prepareEvent({ body, sender, receivedAt, oldest }),
        );
        await intake.acceptMeasurements(heard.measurements);
        await intake.acceptEvents(events);
        await intake.acceptAlerts(heard.alerts ?? []);
        const stored = received - refused.length;
        const answer: IngestResult = {
          received,
          stored,
          refused: [...refused],
        };
        return { stored, refused, status: 201, answer };
      }),
    );
  }
  return router;
}
