import { fromDate, toDate } from '../instant';
import { NewStoredExclusion, StoredExclusion } from './ExclusionStore';

/** A row of the table `exclusions`. */
export type ExclusionRow = {
  id: string;
  pipeline_ref: string;
  type: 'maintenance' | 'pause';
  reason: string;
  from_at: string;
  to_at: string;
  objectives: string | null;
  monitors: string | null;
  author: string;
  created_at: string;
  cancelled_by: string | null;
  cancelled_at: string | null;
  cancelled_reason: string | null;
};

/** Sorted and each once, so that the same list is the same text. */
function toList(ids: readonly string[] | undefined): string | null {
  return ids ? JSON.stringify([...new Set(ids)].sort()) : null;
}

/** The row of an exclusion that nobody took back. */
export function toRow(id: string, exclusion: NewStoredExclusion): ExclusionRow {
  return {
    id,
    pipeline_ref: exclusion.pipelineRef,
    type: exclusion.type,
    reason: exclusion.reason,
    from_at: fromDate(exclusion.from),
    to_at: fromDate(exclusion.to),
    objectives: toList(exclusion.objectives),
    monitors: toList(exclusion.monitors),
    author: exclusion.author,
    created_at: fromDate(exclusion.createdAt),
    cancelled_by: null,
    cancelled_at: null,
    cancelled_reason: null,
  };
}

/** The exclusion of a row. */
export function toExclusion(row: ExclusionRow): StoredExclusion {
  const { cancelled_by: by, cancelled_at: at, cancelled_reason: reason } = row;
  return {
    id: row.id,
    pipelineRef: row.pipeline_ref,
    type: row.type,
    reason: row.reason,
    from: toDate(row.from_at),
    to: toDate(row.to_at),
    ...(row.objectives !== null && { objectives: JSON.parse(row.objectives) }),
    ...(row.monitors !== null && { monitors: JSON.parse(row.monitors) }),
    author: row.author,
    createdAt: toDate(row.created_at),
    ...(by !== null &&
      at !== null &&
      reason !== null && { cancelled: { by, at: toDate(at), reason } }),
  };
}
