import { IngestResult } from '@techflow/backstage-plugin-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { readAlerts } from './alertmanager/readAlerts';
import { readRunResults } from './dbt/readRunResults';
import { readSources } from './dbt/readSources';
import { Door } from './door/Door';
import { readValidationResult } from './greatExpectations/readValidationResult';
import { Heard, Measurement, Reader, RefusedItem } from './heard';
import { Intake } from './Intake';
import { readMeasurements } from './measurements/readMeasurements';
import { prepareEvent } from './openlineage/prepareEvent';

/** The doors of all formats but OpenLineage: where each is, and who reads it. */
const READERS: { path: string; route: string; read: Reader }[] = [
  { path: '/measurements', route: 'measurements', read: readMeasurements },
  { path: '/alerts/alertmanager', route: 'alertmanager', read: readAlerts },
  { path: '/dbt/sources', route: 'dbt-sources', read: readSources },
  { path: '/dbt/run-results', route: 'dbt-run-results', read: readRunResults },
  {
    path: '/great-expectations/validation-results',
    route: 'great-expectations',
    read: readValidationResult,
  },
];

/** Figures older than what is kept would be deleted at once: they are refused. */
function keptMeasurements(
  { measurements, refused }: Heard,
  oldest: Date,
): { kept: readonly Measurement[]; refused: readonly RefusedItem[] } {
  const old = measurements.filter(({ at }) => at < oldest);
  if (old.length === 0) return { kept: measurements, refused };
  return {
    kept: measurements.filter(({ at }) => at >= oldest),
    refused: [
      ...refused,
      ...old.map(({ metric, at }) => ({
        index: measurements.findIndex(each => each.at === at),
        reason: `${metric} of ${at.toISOString()} is older than what is kept`,
      })),
    ],
  };
}

/** `/v1/measurements`, `/v1/dbt`, …: what tools write, as they write it. */
export function readerRoutes({
  door,
  intake,
  oldestOf,
}: {
  door: Door;
  intake: Intake;
  /** The oldest instant that is taken at an instant. */
  oldestOf: (now: Date) => Date;
}): express.Router {
  const router = Router();
  for (const { path, route, read } of READERS) {
    router.post(
      path,
      door.serve(route, async visit => {
        const { sender, receivedAt } = visit;
        const oldest = oldestOf(receivedAt);
        const heard = read(visit);
        const { kept, refused } = keptMeasurements(heard, oldest);
        const events = (heard.events ?? []).map(body =>
          prepareEvent({ body, sender, receivedAt, oldest }),
        );
        await intake.acceptMeasurements(kept);
        await intake.acceptEvents(events);
        await intake.acceptAlerts(heard.alerts ?? []);
        const stored = heard.received - refused.length;
        const answer: IngestResult = {
          received: heard.received,
          stored,
          refused: [...refused],
        };
        return { stored, refused, status: 201, answer };
      }),
    );
  }
  return router;
}
