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
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { identityApiRef } from '@backstage/core-plugin-api';
import { ReactElement } from 'react';
import { pipelinesApiRef } from '../api';
import { company, shiftsPage } from './builders';
import { statistics } from './rotationBuilders';

/** A pipelines backend that has nothing until told to. */
export const pipelinesApiMock = createApiMock(pipelinesApiRef, () => {
  const methods = {
    addAbsence: jest.fn(),
    answerChange: jest.fn(),
    createCalendarFeed: jest.fn(),
    getAbsences: jest.fn().mockResolvedValue({ items: [] }),
    getCalendarFeeds: jest.fn().mockResolvedValue({ items: [] }),
    getChanges: jest.fn().mockResolvedValue({ items: [] }),
    getHandoffs: jest.fn().mockResolvedValue({ items: [] }),
    getMemberShifts: jest.fn().mockResolvedValue({ items: [] }),
    getOnCall: jest.fn(),
    getOnCallByRefs: jest.fn(),
    getShifts: jest.fn().mockResolvedValue(shiftsPage([])),
    getStatistics: jest.fn().mockResolvedValue(statistics()),
    makeChange: jest.fn(),
    previewChange: jest.fn(),
    removeAbsence: jest.fn(),
    revokeCalendarFeed: jest.fn(),
    saveHandoff: jest.fn(),
    getRuns: jest.fn(),
    getRun: jest.fn(),
    getRunSteps: jest.fn(),
    getSeries: jest.fn(),
    getMeasurements: jest.fn(),
    getAlerts: jest.fn(),
    getMetricQueries: jest.fn(),
    getFailingQueries: jest.fn(),
    getUnclaimedJobs: jest.fn(),
    getSenders: jest.fn(),
    getRefusals: jest.fn(),
  };
  return methods;
});

/** What there is around the element that is rendered. */
export interface Surroundings {
  /** The entity whose page it is on. */
  entity?: Entity;
  /** What the catalog holds besides the company. */
  entities?: Entity[];
  catalogApi?: CatalogApi;
  pipelinesApi?: Partial<PipelinesApi>;
  /** The reader; a guest without it. */
  userRef?: string;
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
            userEntityRef: surroundings.userRef ?? 'user:default/guest',
            ownershipEntityRefs: surroundings.ownershipRefs ?? [],
          }),
        ],
        [permissionApiRef, mockApis.permission()],
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
