import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  API_VERSION,
  OnCall,
} from '@techflow/backstage-plugin-pipelines-common';
import { useState } from 'react';
import { pipelinesApiRef } from '../api';
import { relatedTo } from '../entities';
import { Loaded, useLoaded } from './useLoaded';

/** Rotations that one page shows; the API answers for up to 100 at once. */
export const ROTATIONS_PAGE_SIZE = 50;

/** A rotation and who has duty in it; without an answer when it may not be seen. */
export interface RotationOnCall {
  /** Entity reference of the Rotation. */
  id: string;
  onCall?: OnCall;
}

/** One page of rotations. */
export interface RotationsOnCall {
  rows: RotationOnCall[];
  totalItems: number;
  /** Position of the first line among all, from 0. */
  offset: number;
  showNext?: () => void;
  showPrevious?: () => void;
}

/** Gaps first: somebody has to act. What cannot be seen comes last. */
function urgency({ onCall }: RotationOnCall): number {
  if (!onCall) return 2;
  return onCall.gap ? 0 : 1;
}

/**
 * Who is on call in all rotations, or in those a group owns: one request to the
 * catalog and one to the backend per page.
 */
export function useRotationsOnCall(ownerRef?: string): Loaded<RotationsOnCall> {
  const catalogApi = useApi(catalogApiRef);
  const pipelinesApi = useApi(pipelinesApiRef);
  const [{ offset, cursor }, setPosition] = useState({ offset: 0, cursor: '' });

  const page = useLoaded(`${ownerRef ?? ''} ${cursor}`, async () => {
    const paging = {
      fields: ['kind', 'metadata.name', 'metadata.namespace'],
      limit: ROTATIONS_PAGE_SIZE,
    };
    const { items, totalItems, pageInfo } = await catalogApi.queryEntities(
      cursor
        ? { ...paging, cursor }
        : {
            ...paging,
            query: {
              $all: [
                { kind: 'Rotation', apiVersion: API_VERSION },
                ...(ownerRef ? [relatedTo(RELATION_OWNED_BY, [ownerRef])] : []),
              ],
            },
            orderFields: { field: 'metadata.name', order: 'asc' },
          },
    );
    const rotationRefs = items.map(entity => stringifyEntityRef(entity));
    const answers = rotationRefs.length
      ? await pipelinesApi.getOnCallByRefs({ rotationRefs })
      : { items: [] };
    const rows = rotationRefs.map((id, index) => ({
      id,
      onCall: answers.items[index] ?? undefined,
    }));
    return { rows, totalItems, pageInfo };
  });
  if (page.state !== 'ready') return page;

  const { rows, totalItems, pageInfo } = page.value;
  const turnTo = (to: string | undefined, by: number) =>
    to ? () => setPosition({ cursor: to, offset: offset + by }) : undefined;
  return {
    ...page,
    value: {
      rows: [...rows].sort((one, other) => urgency(one) - urgency(other)),
      totalItems,
      offset,
      showNext: turnTo(pageInfo.nextCursor, ROTATIONS_PAGE_SIZE),
      showPrevious: turnTo(pageInfo.prevCursor, -ROTATIONS_PAGE_SIZE),
    },
  };
}
