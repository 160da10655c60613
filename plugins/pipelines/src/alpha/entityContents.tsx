import {
  EntityContentBlueprint,
  EntityContentLayoutBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  API_VERSION,
  PIPELINE_KINDS,
} from '@techflow/backstage-plugin-pipelines-common';
import { ofKind } from './kinds';

const ownership = EntityContentBlueprint.make({
  name: 'ownership',
  params: {
    path: 'ownership',
    title: 'Ownership',
    filter: ofKind('Pipeline'),
    loader: () =>
      import('../components/PipelineOwnershipContent').then(m => (
        <m.PipelineOwnershipContent />
      )),
  },
});

const sla = EntityContentBlueprint.make({
  name: 'sla',
  params: {
    path: 'sla',
    title: 'SLA',
    filter: ofKind('Pipeline'),
    loader: () =>
      import('../components/PipelineSlaContent').then(m => (
        <m.PipelineSlaContent />
      )),
  },
});

const runs = EntityContentBlueprint.make({
  name: 'runs',
  params: {
    path: 'runs',
    title: 'Runs',
    filter: ofKind('Pipeline'),
    loader: () =>
      import('../components/PipelineRunsContent').then(m => (
        <m.PipelineRunsContent />
      )),
  },
});

const runbook = EntityContentBlueprint.make({
  name: 'runbook',
  params: {
    path: 'runbook',
    title: 'Runbook',
    filter: ofKind('Pipeline'),
    loader: () =>
      import('../components/PipelineRunbookContent').then(m => (
        <m.PipelineRunbookContent />
      )),
  },
});

const fairness = EntityContentBlueprint.make({
  name: 'fairness',
  params: {
    path: 'fairness',
    title: 'Fairness',
    filter: ofKind('Rotation'),
    loader: () =>
      import('../components/RotationFairnessContent').then(m => (
        <m.RotationFairnessContent />
      )),
  },
});

const handoffs = EntityContentBlueprint.make({
  name: 'handoffs',
  params: {
    path: 'handoffs',
    title: 'Handoffs',
    filter: ofKind('Rotation'),
    loader: () =>
      import('../components/RotationHandoffsContent').then(m => (
        <m.RotationHandoffsContent />
      )),
  },
});

const feeds = EntityContentBlueprint.make({
  name: 'feeds',
  params: {
    path: 'feeds',
    title: 'Feeds',
    filter: ofKind('Rotation'),
    loader: () =>
      import('../components/RotationFeedsContent').then(m => (
        <m.RotationFeedsContent />
      )),
  },
});

const overviewLayout = EntityContentLayoutBlueprint.make({
  name: 'overview',
  params: {
    filter: { apiVersion: API_VERSION, kind: { $in: [...PIPELINE_KINDS] } },
    loader: () =>
      import('../components/OverviewLayout').then(m => m.OverviewLayout),
  },
});

/** Tabs in the order in which they stand, without a group, so that each is seen. */
export const entityContents = [
  ownership,
  sla,
  runs,
  runbook,
  fairness,
  handoffs,
  feeds,
  overviewLayout,
];
