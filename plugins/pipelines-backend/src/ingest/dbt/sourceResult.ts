import { z } from 'zod';
import { asOneLine } from '../measurements/oneLine';
import { isUsual, parseToolTime, toolTime } from '../measurements/toolTime';
import { nodeId, status } from './artifact';

const rawResult = z.object({
  unique_id: nodeId,
  status: status.pipe(z.enum(['pass', 'warn', 'error', 'runtime error'])),
  max_loaded_at: z.unknown().optional(),
  snapshotted_at: toolTime.nullish(),
  error: z.unknown().optional(),
});

/** Whether the data of a source is new enough, and how new. */
export interface SourceResult {
  readonly source: string;
  readonly isFresh: boolean;
  /** Time of the newest data. Absent if the source has no data at all. */
  readonly newest?: Date;
  /** When it was looked at, if that is told. */
  readonly checkedAt?: Date;
}

/** A result of `sources.json`; see {@link SourceResult}. */
export const sourceResult = rawResult.transform(
  (result, { addIssue }): SourceResult => {
    const { unique_id: source, max_loaded_at: loadedAt } = result;
    const refuse = (path: string, message: string) => {
      addIssue({ code: 'custom', path: [path], message, input: result });
      return z.NEVER;
    };
    const unmeasured = `nothing was measured of ${source}`;
    if (result.status === 'runtime error') {
      const told = typeof result.error === 'string' ? result.error : '';
      const why = asOneLine(told, { longest: 300 });
      return refuse('status', why ? `${unmeasured} (${why})` : unmeasured);
    }
    const newest =
      typeof loadedAt === 'string' ? parseToolTime(loadedAt) : undefined;
    if (!newest) {
      return refuse(
        'max_loaded_at',
        `must be an ISO 8601 instant; without it ${unmeasured}`,
      );
    }
    return {
      source,
      isFresh: result.status === 'pass',
      // dbt takes the year 1 for the newest data of an empty table.
      ...(isUsual(newest) && { newest }),
      ...(result.snapshotted_at && { checkedAt: result.snapshotted_at }),
    };
  },
);
