import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** How promises are judged. */
export interface SlaOptions {
  /** Days after its end at which a month closes: what changes then is a revision. */
  readonly closeAfterDays: number;
  /** Milliseconds that promises of a new pipeline are judged back. */
  readonly lookBack: number;
}

const PREFIX = 'pipelines.sla';
const CLOSE_AFTER_DAYS = 5;
const MOST_CLOSE_AFTER_DAYS = 60;
const MOST_LOOK_BACK_DAYS = 366;
const DAY_MS = 86_400_000;

function readCloseAfterDays(config: Config): number {
  const path = `${PREFIX}.closeMonthAfterDays`;
  const days = config.getOptionalNumber(path) ?? CLOSE_AFTER_DAYS;
  if (!Number.isInteger(days) || days < 0 || days > MOST_CLOSE_AFTER_DAYS) {
    throw new InputError(
      `Configuration ${path} must be a whole number from 0 to ${MOST_CLOSE_AFTER_DAYS}, found ${days}`,
    );
  }
  return days;
}

function readLookBack(config: Config): number {
  const path = `${PREFIX}.lookBack`;
  if (!config.has(path)) return 0;
  const millis = durationToMilliseconds(
    readDurationFromConfig(config, { key: path }),
  );
  if (!(millis >= 0 && millis <= MOST_LOOK_BACK_DAYS * DAY_MS)) {
    throw new InputError(
      `Configuration ${path} must be at most ${MOST_LOOK_BACK_DAYS} days`,
    );
  }
  return millis;
}

/**
 * Reads `pipelines.sla`; all of it may be left out.
 *
 * @throws InputError that names the path, for what cannot be
 */
export function readSlaOptions(config: Config): SlaOptions {
  return {
    closeAfterDays: readCloseAfterDays(config),
    lookBack: readLookBack(config),
  };
}
