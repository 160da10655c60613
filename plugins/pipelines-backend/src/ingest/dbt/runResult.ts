import { z } from 'zod';
import { toolTime } from '../measurements/toolTime';
import { nodeId, status } from './artifact';

const time = toolTime.nullish().catch(null);

/*
 * Only what names a result must be right. The rest is there or not, by the sort
 * of node, its adapter and how far it came.
 */
const rawResult = z.object({
  unique_id: nodeId,
  status,
  timing: z
    .array(z.object({ started_at: time, completed_at: time }))
    .nullish()
    .catch(null),
  execution_time: z.number().min(0).nullish().catch(null),
  adapter_response: z
    .object({
      // Some databases answer -1, for "not known".
      rows_affected: z.number().min(0).nullish().catch(null),
    })
    .nullish()
    .catch(null),
  message: z.string().nullish().catch(null),
});

function earliest(times: readonly Date[]): Date | undefined {
  return times.reduce<Date | undefined>(
    (first, each) => (first && first <= each ? first : each),
    undefined,
  );
}

function latest(times: readonly Date[]): Date | undefined {
  return times.reduce<Date | undefined>(
    (last, each) => (last && last >= each ? last : each),
    undefined,
  );
}

/** What became of a node in one call of dbt. */
export const runResult = rawResult.transform(result => {
  const { unique_id: node, timing, adapter_response: response } = result;
  const times = timing ?? [];
  return {
    node,
    status: result.status,
    startedAt: earliest(times.flatMap(each => each.started_at ?? [])),
    endedAt: latest(times.flatMap(each => each.completed_at ?? [])),
    seconds: result.execution_time ?? undefined,
    rows: response?.rows_affected ?? undefined,
    message: result.message ?? undefined,
  };
});

/** See {@link runResult}. */
export type RunResult = z.output<typeof runResult>;

/**
 * Statuses that make the call of dbt fail. A microbatch model of which only some
 * batches went through is among them, as for dbt's own exit code.
 */
const FAILED = new Set(['error', 'fail', 'runtime error', 'partial success']);

/** Whether a node failed. */
export function hasFailed(result: RunResult): boolean {
  return FAILED.has(result.status);
}
