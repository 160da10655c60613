import { RELATION_OWNER_OF } from '@backstage/catalog-model';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  RELATION_ESCALATES_BY,
  RELATION_HAS_ROTATION,
  RELATION_HAS_RUNBOOK,
  RELATION_ROTATES_IN,
} from '@techflow/backstage-plugin-pipelines-common';
import { ofKind } from './kinds';

const onCall = EntityCardBlueprint.make({
  name: 'on-call',
  params: {
    type: 'info',
    filter: ofKind('Pipeline'),
    loader: () =>
      import('../components/PipelineOnCallCard').then(m => (
        <m.PipelineOnCallCard />
      )),
  },
});

const sla = EntityCardBlueprint.make({
  name: 'sla',
  params: {
    type: 'content',
    filter: ofKind('Pipeline'),
    loader: () =>
      import('../components/PipelineSlaCard').then(m => <m.PipelineSlaCard />),
  },
});

const readsAndFeeds = EntityCardBlueprint.make({
  name: 'reads-and-feeds',
  params: {
    type: 'content',
    filter: ofKind('Pipeline'),
    loader: () =>
      import('../components/ReadsAndFeedsCard').then(m => (
        <m.ReadsAndFeedsCard />
      )),
  },
});

const rotationNow = EntityCardBlueprint.make({
  name: 'rotation-now',
  params: {
    type: 'info',
    filter: ofKind('Rotation'),
    loader: () =>
      import('../components/RotationNowCard').then(m => <m.RotationNowCard />),
  },
});

const rotationShifts = EntityCardBlueprint.make({
  name: 'rotation-shifts',
  params: {
    type: 'content',
    filter: ofKind('Rotation'),
    loader: () =>
      import('../components/RotationScheduleCard').then(m => (
        <m.RotationScheduleCard />
      )),
  },
});

const rotationHolidays = EntityCardBlueprint.make({
  name: 'rotation-holidays',
  params: {
    type: 'info',
    filter: ofKind('Rotation'),
    loader: () =>
      import('../components/RotationHolidaysCard').then(m => (
        <m.RotationHolidaysCard />
      )),
  },
});

const rotationPipelines = EntityCardBlueprint.make({
  name: 'rotation-pipelines',
  params: {
    type: 'content',
    filter: ofKind('Rotation'),
    loader: () =>
      import('../components/RelatedPipelinesCard').then(m => (
        <m.RelatedPipelinesCard
          title="Pipelines covered"
          relation={RELATION_HAS_ROTATION}
          field="spec.rotation"
        />
      )),
  },
});

const rotationSwaps = EntityCardBlueprint.make({
  name: 'rotation-swaps',
  params: {
    type: 'info',
    filter: ofKind('Rotation'),
    loader: () =>
      import('../components/WaitingSwapsCard').then(m => (
        <m.WaitingSwapsCard />
      )),
  },
});

const rotationAbsences = EntityCardBlueprint.make({
  name: 'rotation-absences',
  params: {
    type: 'info',
    filter: ofKind('Rotation'),
    loader: () =>
      import('../components/RotationAbsencesCard').then(m => (
        <m.RotationAbsencesCard />
      )),
  },
});

const memberShifts = EntityCardBlueprint.make({
  name: 'member-shifts',
  params: {
    type: 'info',
    filter: {
      kind: 'User',
      relations: { $contains: { type: RELATION_ROTATES_IN } },
    },
    loader: () =>
      import('../components/MemberShiftsCard').then(m => (
        <m.MemberShiftsCard />
      )),
  },
});

const groupRotations = EntityCardBlueprint.make({
  name: 'group-rotations',
  params: {
    type: 'info',
    filter: {
      kind: 'Group',
      relations: {
        $contains: {
          type: RELATION_OWNER_OF,
          targetRef: { $hasPrefix: 'rotation:' },
        },
      },
    },
    loader: () =>
      import('../components/GroupRotationsCard').then(m => (
        <m.GroupRotationsCard />
      )),
  },
});

const runbookRows = EntityCardBlueprint.make({
  name: 'runbook-rows',
  params: {
    type: 'content',
    filter: ofKind('Runbook'),
    loader: () =>
      import('../components/RunbookRowsCard').then(m => <m.RunbookRowsCard />),
  },
});

const runbookReview = EntityCardBlueprint.make({
  name: 'runbook-review',
  params: {
    type: 'info',
    filter: ofKind('Runbook'),
    loader: () =>
      import('../components/RunbookReviewCard').then(m => (
        <m.RunbookReviewCard />
      )),
  },
});

const runbookPipelines = EntityCardBlueprint.make({
  name: 'runbook-pipelines',
  params: {
    type: 'info',
    filter: ofKind('Runbook'),
    loader: () =>
      import('../components/RelatedPipelinesCard').then(m => (
        <m.RelatedPipelinesCard
          title="Used by"
          relation={RELATION_HAS_RUNBOOK}
          field="spec.runbook"
        />
      )),
  },
});

const escalationLevels = EntityCardBlueprint.make({
  name: 'escalation-levels',
  params: {
    type: 'content',
    filter: ofKind('EscalationPolicy'),
    loader: () =>
      import('../components/EscalationPolicyLevelsCard').then(m => (
        <m.EscalationPolicyLevelsCard />
      )),
  },
});

const escalationPipelines = EntityCardBlueprint.make({
  name: 'escalation-pipelines',
  params: {
    type: 'info',
    filter: ofKind('EscalationPolicy'),
    loader: () =>
      import('../components/RelatedPipelinesCard').then(m => (
        <m.RelatedPipelinesCard
          title="Used by"
          relation={RELATION_ESCALATES_BY}
          field="spec.escalationPolicy"
        />
      )),
  },
});

/** In the order in which they stand in their column of the overview. */
export const entityCards = [
  onCall,
  sla,
  readsAndFeeds,
  rotationNow,
  rotationSwaps,
  rotationShifts,
  rotationHolidays,
  rotationAbsences,
  rotationPipelines,
  runbookRows,
  runbookReview,
  runbookPipelines,
  escalationLevels,
  escalationPipelines,
  memberShifts,
  groupRotations,
];
