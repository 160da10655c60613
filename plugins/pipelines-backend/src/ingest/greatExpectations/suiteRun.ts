import { z } from 'zod';
import { LONGEST_DIMENSION } from '../measurements/newMeasurement';
import { asOneLine } from '../measurements/oneLine';
import { isUsual, parseToolTime } from '../measurements/toolTime';

/** Text that is there or not; of any other form it counts as not there. */
const text = z.string().nullish().catch(null);

const asset = z
  .object({ data_asset_name: text, table_name: text })
  .nullish()
  .catch(null);

const metaSchema = z
  .object({
    run_id: z
      .union([z.string(), z.object({ run_name: text, run_time: text })])
      .nullish()
      .catch(null),
    validation_time: text,
    active_batch_definition: asset,
    batch_spec: asset,
    batch_kwargs: asset,
    expectation_suite_name: text,
  })
  .nullish()
  .catch(null);

/** A validation result, as far as the whole of it goes. */
export const suiteResult = z.object({
  results: z.array(z.unknown()).max(50_000),
  meta: metaSchema,
  // Version 1 has it here, versions 0 in `meta`.
  suite_name: text,
});

/** What a run of a suite says of all its results. */
export interface SuiteRun {
  /** Tells it from other runs. */
  readonly id: string;
  readonly at: Date;
  readonly dataset?: string;
  readonly suite?: string;
}

function usualTime(told: string | null | undefined): Date | undefined {
  const time = told ? parseToolTime(told) : undefined;
  return time && isUsual(time) ? time : undefined;
}

function asDimension(told: string | null | undefined): string | undefined {
  return told ? asOneLine(told, { longest: LONGEST_DIMENSION }) : undefined;
}

/** The run of a suite that a validation result is of. */
export function suiteRunOf(
  { meta, suite_name: suite }: z.output<typeof suiteResult>,
  receivedAt: Date,
): SuiteRun {
  const run =
    typeof meta?.run_id === 'string'
      ? { run_name: meta.run_id, run_time: undefined }
      : meta?.run_id;
  const validated = meta?.validation_time;
  const dataset = asDimension(
    meta?.active_batch_definition?.data_asset_name ??
      meta?.batch_spec?.data_asset_name ??
      meta?.batch_spec?.table_name ??
      meta?.batch_kwargs?.data_asset_name,
  );
  const ofSuite = asDimension(suite ?? meta?.expectation_suite_name);
  const at = usualTime(run?.run_time) ?? usualTime(validated) ?? receivedAt;
  // Names of runs are often absent, or the same for each.
  const id = [run?.run_name, run?.run_time ?? validated ?? at.toISOString()];
  return {
    id: JSON.stringify(id),
    at,
    ...(dataset && { dataset }),
    ...(ofSuite && { suite: ofSuite }),
  };
}
