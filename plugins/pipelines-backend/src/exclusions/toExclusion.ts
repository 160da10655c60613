import type { Exclusion } from '@techflow/backstage-plugin-pipelines-common';
import { StoredExclusion } from '../database/exclusions/ExclusionStore';

/** An exclusion as the API answers it. */
export function toExclusion(stored: StoredExclusion): Exclusion {
  const { objectives, monitors, cancelled } = stored;
  return {
    id: stored.id,
    pipelineRef: stored.pipelineRef,
    type: stored.type,
    reason: stored.reason,
    from: stored.from.toISOString(),
    to: stored.to.toISOString(),
    ...(objectives && { objectives: [...objectives] }),
    ...(monitors && { monitors: [...monitors] }),
    author: stored.author,
    createdAt: stored.createdAt.toISOString(),
    ...(cancelled && {
      cancelled: { ...cancelled, at: cancelled.at.toISOString() },
    }),
  };
}
