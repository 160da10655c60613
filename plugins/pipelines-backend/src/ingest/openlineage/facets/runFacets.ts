import { z } from 'zod';
import { storable } from '../event';
import { instant } from './instant';

/*
 * The facets of runs and jobs that we read, by the key they have on the wire.
 * Keys that we do not know are none of our business.
 */
const LONGEST_ERROR = 10_000;
const LONGEST_LINK = 2_000;

const name = storable.min(1).max(4_000);

const identified = z.object({
  run: z.object({ runId: name }),
  job: z.object({ namespace: name, name }),
});

/** The slot that a run was scheduled for. */
export const nominalTime = z.object({
  nominalStartTime: instant,
  nominalEndTime: instant.nullish(),
});

/** The run that started this one. */
export const parent = identified;

/** Why a run failed; what no database stores is left out of it. */
export const errorMessage = z.object({
  message: z
    .string()
    .transform(text =>
      text.replace(/[\0\p{Cs}]/gu, '').slice(0, LONGEST_ERROR),
    ),
});

/** What runs the job. */
export const processingEngine = z.object({
  name: storable.max(200).nullish(),
  version: storable.max(200).nullish(),
});

/** What kind of job it is. */
export const jobType = z.object({
  processingType: storable.max(100).nullish(),
  integration: storable.max(100).nullish(),
});

const text = storable.max(LONGEST_LINK).nullish().catch(undefined);

/** Airflow's own facet, of tasks (`airflow`) and of DAG runs (`airflowDagRun`). */
export const airflow = z.object({
  dagRun: z.object({ run_type: text }).nullish().catch(undefined),
  taskInstance: z.object({ log_url: text }).nullish().catch(undefined),
});

/** Spark's own facet. */
export const sparkApplication = z.object({
  uiWebUrl: text,
  historyUrl: text,
});
