import type {
  Evidence,
  Verdict,
} from '@techflow/backstage-plugin-pipelines-common';
import {
  Evidence as JudgedEvidence,
  Verdict as JudgedVerdict,
} from '../../evaluation';

const iso = (instant: number) => new Date(instant).toISOString();

/** An instant under its name, if there is one. */
function optional<K extends string>(
  name: K,
  instant: number | undefined,
): { [P in K]?: string } {
  const found: { [P in K]?: string } = {};
  if (instant !== undefined) found[name] = iso(instant);
  return found;
}

/**
 * Evidence as the API answers it: instants as text, and without the ids of single
 * figures, which name nothing outside.
 */
export function toEvidence(evidence: JudgedEvidence): Evidence {
  switch (evidence.type) {
    case 'run': {
      const { endedAt, dueAt, lacks, ...rest } = evidence;
      return {
        ...rest,
        ...optional('endedAt', endedAt),
        dueAt: iso(dueAt),
        ...(lacks && { lacks: [...lacks] }),
      };
    }
    case 'age': {
      const { id: _, newest, ...rest } = evidence;
      return { ...rest, newest: iso(newest) };
    }
    case 'share': {
      const { id: _, ...rest } = evidence;
      return rest;
    }
    case 'figure': {
      const { type, value, limit } = evidence;
      const { operator, values } = limit;
      return { type, value, limit: { operator, values: [...values] } };
    }
    case 'change': {
      const { id: _, beforeId: __, ...rest } = evidence;
      return rest;
    }
    case 'spread': {
      const { id: _, ...rest } = evidence;
      return rest;
    }
    case 'pair': {
      const { id: _, againstId: __, ...rest } = evidence;
      return rest;
    }
    case 'required':
      return { ...evidence, lacks: [...evidence.lacks] };
    case 'heard': {
      const { lastAt, ...rest } = evidence;
      return { ...rest, ...optional('lastAt', lastAt) };
    }
    case 'downtime':
      return { ...evidence, alertIds: [...evidence.alertIds] };
    case 'issue': {
      const { startedAt, recoveredAt, dueAt, ...rest } = evidence;
      return {
        ...rest,
        startedAt: iso(startedAt),
        ...optional('recoveredAt', recoveredAt),
        dueAt: iso(dueAt),
      };
    }
    case 'review': {
      const { signedAt, dueAt, ...rest } = evidence;
      return {
        ...rest,
        ...optional('signedAt', signedAt),
        dueAt: iso(dueAt),
      };
    }
    case 'error': {
      const { type, error } = evidence;
      return { type, error };
    }
    default:
      return { type: evidence.type };
  }
}

/** A verdict as the API answers it. */
export function toVerdict(verdict: JudgedVerdict): Verdict {
  const evidence = toEvidence(verdict.evidence);
  switch (verdict.state) {
    case 'met':
    case 'pending':
      return { state: verdict.state, evidence };
    case 'excluded': {
      const { state, exclusionIds } = verdict;
      return { state, exclusionIds: [...exclusionIds], evidence };
    }
    default: {
      const { state, reason } = verdict;
      return { state, reason, evidence };
    }
  }
}
