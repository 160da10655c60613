import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiFlowChart } from '@remixicon/react';
import { rootRouteRef } from '../routes';

const pipelinesPage = PageBlueprint.make({
  params: {
    path: '/pipelines',
    title: 'Pipelines',
    icon: <RiFlowChart />,
    routeRef: rootRouteRef,
  },
});

const ownershipPage = SubPageBlueprint.make({
  name: 'ownership',
  params: {
    path: 'ownership',
    title: 'Ownership',
    loader: async () => {
      const [{ OwnershipMatrix }, { Content }] = await Promise.all([
        import('../components/OwnershipMatrix'),
        import('@backstage/core-components'),
      ]);
      return (
        <Content>
          <OwnershipMatrix />
        </Content>
      );
    },
  },
});

const scorecardPage = SubPageBlueprint.make({
  name: 'scorecard',
  params: {
    path: 'scorecard',
    title: 'Scorecard',
    loader: async () => {
      const [{ ScorecardPage }, { Content }] = await Promise.all([
        import('../components/ScorecardPage'),
        import('@backstage/core-components'),
      ]);
      return (
        <Content>
          <ScorecardPage />
        </Content>
      );
    },
  },
});

const onCallPage = SubPageBlueprint.make({
  name: 'on-call',
  params: {
    path: 'on-call',
    title: 'On call',
    loader: async () => {
      const [{ OnCallPage }, { Content }] = await Promise.all([
        import('../components/OnCallPage'),
        import('@backstage/core-components'),
      ]);
      return (
        <Content>
          <OnCallPage />
        </Content>
      );
    },
  },
});

const setupPage = SubPageBlueprint.make({
  name: 'setup',
  params: {
    path: 'setup',
    title: 'Setup',
    loader: async () => {
      const [{ SetupPage }, { Content }] = await Promise.all([
        import('../components/SetupPage'),
        import('@backstage/core-components'),
      ]);
      return (
        <Content>
          <SetupPage />
        </Content>
      );
    },
  },
});

/** Sub-pages in the order of their tabs. */
export const pages = [
  pipelinesPage,
  ownershipPage,
  scorecardPage,
  onCallPage,
  setupPage,
];
