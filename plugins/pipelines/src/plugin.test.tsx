import { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { ComponentType } from 'react';
import { Route, Routes } from 'react-router-dom';
import {
  company,
  escalationPolicy,
  onCall,
  pipeline,
  pipelinesApiMock,
  rotation,
  runbook,
  shiftsPage,
} from './__testUtils__';
import * as oldSystem from './index';

function named(name: string): Entity {
  return company.find(({ metadata }) => metadata.name === name) ?? rotation();
}

const all = [pipeline(), rotation(), runbook(), escalationPolicy()];
const patient = { timeout: 10_000 };
jest.setTimeout(30_000);

function renderInOldApp(Extension: ComponentType, entity: Entity) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [catalogApiRef, catalogApiMock({ entities: [...company, ...all] })],
        [permissionApiRef, mockApis.permission()],
        [
          oldSystem.pipelinesApiRef,
          pipelinesApiMock({
            getOnCall: async () => onCall(),
            getOnCallByRefs: async () => ({ items: [onCall()] }),
            getShifts: async () => shiftsPage([0]),
          }),
        ],
      ]}
    >
      <EntityProvider entity={entity}>
        {/* Extensions with a route of their own are found among the routes. */}
        <Routes>
          <Route path="/*" element={<Extension />} />
        </Routes>
      </EntityProvider>
    </TestApiProvider>,
    {
      // Without the page of all pipelines: tabs that link to it must do.
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

describe('the plugin in an app of the old frontend system', () => {
  it.each<[string, ComponentType, Entity, string]>([
    [
      'EntityPipelineOnCallCard',
      oldSystem.EntityPipelineOnCallCard,
      pipeline(),
      'engineer-a',
    ],
    [
      'EntityPipelineSlaCard',
      oldSystem.EntityPipelineSlaCard,
      pipeline(),
      'This pipeline promises nothing yet.',
    ],
    [
      'EntityPipelineReadsAndFeedsCard',
      oldSystem.EntityPipelineReadsAndFeedsCard,
      pipeline(),
      'Reads and feeds',
    ],
    [
      'EntityPipelineOwnershipContent',
      oldSystem.EntityPipelineOwnershipContent,
      pipeline(),
      'Who is told when something breaks here',
    ],
    [
      'EntityPipelineSlaContent',
      oldSystem.EntityPipelineSlaContent,
      pipeline(),
      'Monitors',
    ],
    [
      'EntityPipelineRunsContent',
      oldSystem.EntityPipelineRunsContent,
      pipeline(),
      'No figures were measured yet.',
    ],
    [
      'EntityPipelineRunbookContent',
      oldSystem.EntityPipelineRunbookContent,
      pipeline(),
      'Revenue Mismatch',
    ],
    [
      'EntityRotationNowCard',
      oldSystem.EntityRotationNowCard,
      rotation(),
      'Members in order',
    ],
    [
      'EntityRotationScheduleCard',
      oldSystem.EntityRotationScheduleCard,
      rotation(),
      'Schedule',
    ],
    [
      'EntityRotationHolidaysCard',
      oldSystem.EntityRotationHolidaysCard,
      rotation(),
      'No holidays are written down.',
    ],
    [
      'EntityRotationSwapsCard',
      oldSystem.EntityRotationSwapsCard,
      rotation(),
      'No swap waits for an answer.',
    ],
    [
      'EntityRotationAbsencesCard',
      oldSystem.EntityRotationAbsencesCard,
      rotation(),
      'No absences are noted.',
    ],
    [
      'EntityRotationFairnessContent',
      oldSystem.EntityRotationFairnessContent,
      rotation(),
      'Load',
    ],
    [
      'EntityRotationHandoffsContent',
      oldSystem.EntityRotationHandoffsContent,
      rotation(),
      'Handoffs',
    ],
    [
      'EntityRotationFeedsContent',
      oldSystem.EntityRotationFeedsContent,
      rotation(),
      'You have no feed of this rotation yet.',
    ],
    [
      'EntityMemberShiftsCard',
      oldSystem.EntityMemberShiftsCard,
      named('engineer-a'),
      'No shifts in the next 90 days.',
    ],
    [
      'EntityGroupRotationsCard',
      oldSystem.EntityGroupRotationsCard,
      named('data-engineering'),
      'On call',
    ],
    [
      'EntityRunbookRowsCard',
      oldSystem.EntityRunbookRowsCard,
      runbook(),
      'Revenue Mismatch',
    ],
    [
      'EntityRunbookReviewCard',
      oldSystem.EntityRunbookReviewCard,
      runbook(),
      'Review',
    ],
    [
      'EntityEscalationPolicyLevelsCard',
      oldSystem.EntityEscalationPolicyLevelsCard,
      escalationPolicy(),
      'Whoever is on call',
    ],
  ])('has %s', async (_name, Extension, entity, text) => {
    await renderInOldApp(Extension, entity);
    expect(await screen.findByText(text, {}, patient)).toBeVisible();
  });

  it('has PipelinesPage', async () => {
    await renderInOldApp(oldSystem.PipelinesPage, pipeline());
    expect(
      await screen.findByText('Ownership matrix', {}, patient),
    ).toBeVisible();
  });

  it('brings its own API client', () => {
    const [factory] = [...oldSystem.pipelinesPlugin.getApis()];
    expect(factory.api.id).toBe('plugin.pipelines.service');
  });
});
