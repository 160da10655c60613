import { DatabaseService } from '@backstage/backend-plugin-api';
import { Figure, Measurement } from '../../../ingest/heard';
import { KnexMeasurementStore } from '../KnexMeasurementStore';
import { MeasurementWriter } from '../writeMeasurements';

export const CLICKS = 'pipeline:default/clicks';

/** A time on a day of November 2026 in UTC, such as `03 06:00`. */
export function on(text: string): Date {
  const [day, time] = text.split(' ');
  return new Date(`2026-11-${day}T${time}:00.000Z`);
}

/** A figure of one metric at a time as of {@link on}. */
export function figure(
  at: string,
  value: Figure,
  changes: Partial<Measurement> = {},
): Measurement {
  return {
    subject: { pipelineRef: CLICKS },
    metric: 'lag',
    dimensions: {},
    at: on(at),
    figure: value,
    ...changes,
  };
}

/** A store as a backend has it, with a memory of its own. */
export function newStore(database: DatabaseService) {
  const writer = new MeasurementWriter();
  return KnexMeasurementStore.create({ database, writer });
}
