import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { FilterPredicate } from '@backstage/filter-predicates';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { RELATION_SECONDARY_OWNED_BY } from '@techflow/backstage-plugin-pipelines-common';
import { RELATION_OWNED_BY, RELATION_PART_OF } from '@backstage/catalog-model';
import { useState } from 'react';
import {
  OWNERSHIP_FIELDS,
  ownershipRow,
  OwnershipRow,
  pipelinesThat,
  relatedTo,
} from '../entities';
import { Loaded, useLoaded } from './useLoaded';
import { OwnershipFilter } from './useOwnershipFilter';

/** Lines of the ownership matrix that one page shows. */
export const OWNERSHIP_PAGE_SIZE = 20;

/** One page of the ownership matrix. */
export interface OwnershipPage {
  rows: OwnershipRow[];
  totalItems: number;
  /** Position of the first line among all, from 0. */
  offset: number;
  showNext?: () => void;
  showPrevious?: () => void;
}

function conditions(
  filter: OwnershipFilter,
  myRefs: readonly string[],
): FilterPredicate[] {
  const { view, system } = filter;
  const mine = {
    $any: [RELATION_OWNED_BY, RELATION_SECONDARY_OWNED_BY].map(type =>
      relatedTo(type, myRefs),
    ),
  };
  return [
    ...(view === 'mine' ? [mine] : []),
    ...(view === 'without-secondary-owner'
      ? [{ 'spec.secondaryOwner': { $exists: false } }]
      : []),
    ...(system ? [relatedTo(RELATION_PART_OF, [system])] : []),
  ];
}

/**
 * A page of all pipelines that pass the filter, asked from the catalog by
 * cursor and with only the fields the matrix shows. A cursor belongs to a filter:
 * give a component that uses this the filter as its `key`.
 */
export function useOwnershipPage(
  filter: OwnershipFilter,
): Loaded<OwnershipPage> {
  const catalogApi = useApi(catalogApiRef);
  const identityApi = useApi(identityApiRef);
  const [{ offset, cursor }, setPosition] = useState({ offset: 0, cursor: '' });

  const page = useLoaded(`${JSON.stringify(filter)} ${cursor}`, async () => {
    const paging = { fields: OWNERSHIP_FIELDS, limit: OWNERSHIP_PAGE_SIZE };
    if (cursor) return catalogApi.queryEntities({ ...paging, cursor });
    const myRefs =
      filter.view === 'mine'
        ? (await identityApi.getBackstageIdentity()).ownershipEntityRefs
        : [];
    return catalogApi.queryEntities({
      ...paging,
      query: pipelinesThat(...conditions(filter, myRefs)),
      orderFields: { field: 'metadata.name', order: 'asc' },
    });
  });
  if (page.state !== 'ready') return page;

  const { items, totalItems, pageInfo } = page.value;
  const turnTo = (to: string | undefined, by: number) =>
    to ? () => setPosition({ cursor: to, offset: offset + by }) : undefined;
  return {
    state: 'ready',
    reload: page.reload,
    value: {
      rows: items.flatMap(entity => ownershipRow(entity) ?? []),
      totalItems,
      offset,
      showNext: turnTo(pageInfo.nextCursor, OWNERSHIP_PAGE_SIZE),
      showPrevious: turnTo(pageInfo.prevCursor, -OWNERSHIP_PAGE_SIZE),
    },
  };
}
