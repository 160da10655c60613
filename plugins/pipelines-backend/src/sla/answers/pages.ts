import type {
  JudgedInterval,
  JudgedSlot,
  Revision,
} from '@techflow/backstage-plugin-pipelines-common';
import {
  StoredInterval,
  StoredRevision,
  StoredSlot,
} from '../../database/scores/ScoreStore';
import { toVerdict } from './toVerdict';

/** A slot as the API answers it. */
export function toJudgedSlot(slot: StoredSlot): JudgedSlot {
  const { key, expectedAt, dueAt, day, verdict, versionId } = slot;
  return {
    key,
    expectedAt: expectedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    day,
    verdict: toVerdict(verdict),
    versionId: String(versionId),
  };
}

/** A time in one state as the API answers it. */
export function toJudgedInterval(interval: StoredInterval): JudgedInterval {
  const { from, to, verdict, versionId } = interval;
  return {
    from: from.toISOString(),
    ...(to && { to: to.toISOString() }),
    verdict: toVerdict(verdict),
    versionId: String(versionId),
  };
}

/** A change of a closed month as the API answers it. */
export function toRevision(revision: StoredRevision): Revision {
  const { id, objective, month, at, by, reason, before, after } = revision;
  return {
    id: String(id),
    objective,
    month,
    at: at.toISOString(),
    ...(by && { by }),
    reason,
    // Written by us, in this very shape.
    before: JSON.parse(before),
    after: JSON.parse(after),
  };
}
