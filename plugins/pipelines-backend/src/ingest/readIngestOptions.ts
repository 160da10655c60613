import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';

/** How long what is kept, in milliseconds. */
export interface Retention {
  /** Raw OpenLineage events. */
  readonly events: number;
  /** Runs, since something was last heard of them. */
  readonly runs: number;
  /** Single figures. */
  readonly measurements: number;
  /** Sums of figures, day by day. */
  readonly days: number;
  /** Alerts, since their end. */
  readonly alerts: number;
  /** Reasons of refusals, since they were last given. */
  readonly refusals: number;
}

/** How what tools send is taken and kept. */
export interface IngestOptions {
  readonly retention: Retention;
  /** What one sender may send; more is answered 503. */
  readonly requestsPerSecond: number;
  /** Milliseconds after which a sender that says nothing is called silent. */
  readonly silentAfter: number;
}

const PREFIX = 'pipelines.ingest';
const REQUESTS_PER_SECOND = 2_000;
// Longer is for ever, and the year that many days ago may have no four digits.
const LONGEST_DAYS = 36_525;
const DAY_MS = 86_400_000;

const RETENTION: Record<keyof Retention, HumanDuration> = {
  events: { days: 30 },
  runs: { days: 400 },
  measurements: { days: 400 },
  days: { days: 1_830 },
  alerts: { days: 400 },
  refusals: { days: 30 },
};

function duration(config: Config, key: string, usual: HumanDuration): number {
  const path = `${PREFIX}.${key}`;
  const given = config.has(path)
    ? readDurationFromConfig(config, { key: path })
    : usual;
  const millis = durationToMilliseconds(given);
  if (!(millis > 0)) {
    throw new InputError(`Configuration ${path} must be longer than nothing`);
  }
  if (millis > LONGEST_DAYS * DAY_MS) {
    throw new InputError(`Configuration ${path} must be at most 100 years`);
  }
  return millis;
}

/**
 * Reads `pipelines.ingest`; all of it may be left out.
 *
 * @throws InputError that names the path, for what cannot be
 */
export function readIngestOptions(config: Config): IngestOptions {
  const keep = (key: keyof Retention) =>
    duration(config, `retention.${key}`, RETENTION[key]);
  const requestsPerSecond =
    config.getOptionalNumber(`${PREFIX}.requestsPerSecond`) ??
    REQUESTS_PER_SECOND;
  if (!(requestsPerSecond > 0)) {
    throw new InputError(
      `Configuration ${PREFIX}.requestsPerSecond must be above 0`,
    );
  }
  const retention: Retention = {
    events: keep('events'),
    runs: keep('runs'),
    measurements: keep('measurements'),
    days: keep('days'),
    alerts: keep('alerts'),
    refusals: keep('refusals'),
  };
  // A repeat of an event whose run was deleted must be known to be old.
  if (retention.events > retention.runs) {
    throw new InputError(
      `Configuration ${PREFIX}.retention.events must not be longer than ${PREFIX}.retention.runs`,
    );
  }
  return {
    retention,
    requestsPerSecond,
    silentAfter: duration(config, 'silentAfter', { hours: 24 }),
  };
}
