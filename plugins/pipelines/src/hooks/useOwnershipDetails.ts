import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  isRunbookEntity,
  OnCall,
  RunbookEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import { pipelinesApiRef } from '../api';
import { OwnershipRow } from '../entities';
import { Loaded, useLoaded } from './useLoaded';

function distinct(refs: (string | undefined)[]): string[] {
  return [...new Set(refs.filter(ref => ref !== undefined))].sort();
}

/** Pairs what was asked with what was answered, without the gaps. */
function byRef<T>(refs: string[], answers: (T | null | undefined)[]) {
  return new Map(
    refs.flatMap((ref, index): [string, T][] => {
      const answer = answers[index];
      return answer ? [[ref, answer]] : [];
    }),
  );
}

/** Who is on call in the rotations of some rows, by rotation, in one request. */
export function useOnCallOfRows(
  rows: readonly OwnershipRow[],
): Loaded<Map<string, OnCall>> {
  const pipelinesApi = useApi(pipelinesApiRef);
  const rotationRefs = distinct(rows.map(row => row.rotationRef));
  return useLoaded(rotationRefs.join(), async () => {
    if (!rotationRefs.length) return new Map();
    const { items } = await pipelinesApi.getOnCallByRefs({ rotationRefs });
    return byRef(rotationRefs, items);
  });
}

/** The runbooks of some rows, by reference, in one request. */
export function useRunbooksOfRows(
  rows: readonly OwnershipRow[],
): Loaded<Map<string, RunbookEntity>> {
  const catalogApi = useApi(catalogApiRef);
  const entityRefs = distinct(rows.map(row => row.runbookRef));
  return useLoaded(entityRefs.join(), async () => {
    if (!entityRefs.length) return new Map();
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs,
      fields: [
        'apiVersion',
        'kind',
        'metadata.name',
        'metadata.namespace',
        'spec.lastReviewed',
        'spec.reviewEvery',
      ],
    });
    return byRef(
      entityRefs,
      items.map(item => (item && isRunbookEntity(item) ? item : undefined)),
    );
  });
}
