import { Entity } from '@backstage/catalog-model';
import {
  createApiMock,
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { DefaultEntityPresentationApi } from '@backstage/plugin-catalog';
import {
  catalogApiRef,
  CatalogApi,
  EntityProvider,
  entityPresentationApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import { identityApiRef } from '@backstage/core-plugin-api';
import { ReactElement } from 'react';
import { pipelinesApiRef } from '../api';
import { company } from './builders';

/** A pipelines backend that answers nothing until told to. */
export const pipelinesApiMock = createApiMock(pipelinesApiRef, () => ({
  getOnCall: jest.fn(),
  getOnCallByRefs: jest.fn(),
  getShifts: jest.fn(),
}));

/** What there is around the element that is rendered. */
export interface Surroundings {
  /** The entity whose page it is on. */
  entity?: Entity;
  /** What the catalog holds besides the company. */
  entities?: Entity[];
  catalogApi?: CatalogApi;
  pipelinesApi?: Partial<PipelinesApi>;
  /** Groups and users that the reader counts as. */
  ownershipRefs?: string[];
  /** Path, query and hash of the page. */
  at?: string;
}

/** Renders as a page of the app does: with the catalog, names of entities, and routes. */
export function renderOnPage(
  element: ReactElement,
  surroundings: Surroundings = {},
) {
  const { entity, entities = [], at = '/' } = surroundings;
  const catalogApi =
    surroundings.catalogApi ??
    catalogApiMock({ entities: [...company, ...entities] });
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [catalogApiRef, catalogApi],
        [
          entityPresentationApiRef,
          DefaultEntityPresentationApi.create({ catalogApi }),
        ],
        [pipelinesApiRef, pipelinesApiMock(surroundings.pipelinesApi)],
        [
          identityApiRef,
          mockApis.identity({
            ownershipEntityRefs: surroundings.ownershipRefs ?? [],
          }),
        ],
      ]}
    >
      {entity ? (
        <EntityProvider entity={entity}>{element}</EntityProvider>
      ) : (
        element
      )}
    </TestApiProvider>,
    {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [at],
    },
  );
}
