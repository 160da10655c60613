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
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { discoveryApiRef, identityApiRef } from '@backstage/core-plugin-api';
import { ReactElement } from 'react';
import { pipelinesApiRef } from '../api';
import { pipelinesPageRouteRef } from '../routes';
import { company, shiftsPage } from './builders';
import { statistics } from './rotationBuilders';
import { scorecard } from './scorecardBuilders';
import { unjudgedSla } from './slaBuilders';

/** A pipelines backend that has nothing until told to. */
export const pipelinesApiMock = createApiMock(pipelinesApiRef, () => {
  const methods = {
    addAbsence: jest.fn(),
    addExclusion: jest.fn(),
    addReview: jest.fn(),
    answerChange: jest.fn(),
    cancelExclusion: jest.fn(),
    createCalendarFeed: jest.fn(),
    getAbsences: jest.fn().mockResolvedValue({ items: [] }),
    getAlerts: jest.fn().mockResolvedValue({ items: [] }),
    getCalendarFeeds: jest.fn().mockResolvedValue({ items: [] }),
    getChanges: jest.fn().mockResolvedValue({ items: [] }),
    getExclusions: jest.fn().mockResolvedValue({ items: [] }),
    getFailingQueries: jest.fn().mockResolvedValue({ items: [] }),
    getHandoffs: jest.fn().mockResolvedValue({ items: [] }),
    getIntervals: jest.fn().mockResolvedValue({ items: [] }),
    getMeasurements: jest
      .fn()
      .mockResolvedValue({ resolution: 'point', points: [] }),
    getMemberShifts: jest.fn().mockResolvedValue({ items: [] }),
    getMetricQueries: jest.fn().mockResolvedValue({ items: [] }),
    getOnCall: jest.fn(),
    getOnCallByRefs: jest.fn(),
    getRefusals: jest.fn().mockResolvedValue({ items: [] }),
    getReviews: jest.fn().mockResolvedValue({ items: [] }),
    getRun: jest.fn(),
    getRunSteps: jest.fn().mockResolvedValue({ items: [] }),
    getRuns: jest.fn().mockResolvedValue({ items: [] }),
    getScorecard: jest.fn().mockResolvedValue(scorecard({ items: [] })),
    getScorecardCsv: jest.fn(),
    getSenders: jest.fn().mockResolvedValue({ items: [] }),
    getSeries: jest.fn().mockResolvedValue({ items: [] }),
    getShifts: jest.fn().mockResolvedValue(shiftsPage([])),
    getSla: jest.fn().mockResolvedValue(unjudgedSla()),
    getSlaCsv: jest.fn(),
    getSlots: jest.fn().mockResolvedValue({ items: [] }),
    getStatistics: jest.fn().mockResolvedValue(statistics()),
    getUnclaimedJobs: jest.fn().mockResolvedValue({ items: [] }),
    makeChange: jest.fn(),
    previewChange: jest.fn(),
    removeAbsence: jest.fn(),
    revokeCalendarFeed: jest.fn(),
    saveHandoff: jest.fn(),
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
  /** What the backend calls out; an app without signals if absent. */
  signals?: SignalApi;
  /** Names of permissions that the reader does not have. */
  denied?: string[];
}

/** Renders as a page of the app does: with the catalog, names of entities, and routes. */
export function renderOnPage(
  element: ReactElement,
  surroundings: Surroundings = {},
) {
  const {
    entity,
    entities = [],
    at = '/',
    signals,
    denied = [],
  } = surroundings;
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
        [
          permissionApiRef,
          mockApis.permission({
            authorize: ({ permission }) =>
              denied.includes(permission.name)
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          }),
        ],
        [
          discoveryApiRef,
          mockApis.discovery({ baseUrl: 'https://backstage.example.com' }),
        ],
        ...(signals ? ([[signalApiRef, signals]] as const) : []),
      ]}
    >
      {entity ? (
        <EntityProvider entity={entity}>{element}</EntityProvider>
      ) : (
        element
      )}
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/pipelines': pipelinesPageRouteRef,
      },
      initialRouteEntries: [at],
    },
  );
}
