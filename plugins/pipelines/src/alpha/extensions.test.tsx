import { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import {
  escalationPolicy,
  onCall,
  pipeline,
  pipelinesApiMock,
  rotation,
  runbook,
  shiftsPage,
} from '../__testUtils__';
import { pipelinesApiRef } from '../api';
import plugin from '../alpha';

const patient = { timeout: 10_000 };
jest.setTimeout(30_000);

type ExtensionId = Parameters<typeof plugin.getExtension>[0];

function person(kind: string, name: string, relations: Entity['relations']) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: {},
    relations,
  };
}

const engineer = (takesDuty: boolean) =>
  person('User', 'engineer-a', [
    {
      type: takesDuty ? 'rotatesIn' : 'memberOf',
      targetRef: 'rotation:default/data-engineering',
    },
  ]);

const team = (ownsRotation: boolean) =>
  person('Group', 'data-engineering', [
    {
      type: 'ownerOf',
      targetRef: `${ownsRotation ? 'rotation' : 'runbook'}:default/a`,
    },
  ]);

function renderOn(entity: Entity, extensionId: ExtensionId) {
  return renderTestApp({
    extensions: [
      createTestEntityPage({ entity }),
      plugin.getExtension(extensionId),
    ],
    apis: [
      [
        pipelinesApiRef,
        pipelinesApiMock({
          getOnCall: async () => onCall(),
          getOnCallByRefs: async () => ({ items: [onCall()] }),
          getShifts: async () => shiftsPage([0]),
        }),
      ],
    ],
  });
}

describe('each extension', () => {
  it.each<[ExtensionId, Entity, string]>([
    ['entity-card:pipelines/on-call', pipeline(), 'On call'],
    ['entity-card:pipelines/sla', pipeline(), 'SLA'],
    ['entity-card:pipelines/reads-and-feeds', pipeline(), 'Reads and feeds'],
    ['entity-card:pipelines/rotation-now', rotation(), 'Members in order'],
    ['entity-card:pipelines/rotation-shifts', rotation(), 'Schedule'],
    [
      'entity-card:pipelines/rotation-swaps',
      rotation(),
      'Waiting for an answer',
    ],
    ['entity-card:pipelines/rotation-absences', rotation(), 'Absences'],
    ['entity-card:pipelines/member-shifts', engineer(true), 'Next shifts'],
    ['entity-card:pipelines/group-rotations', team(true), 'On call'],
    ['entity-content:pipelines/fairness', rotation(), 'Load'],
    ['entity-content:pipelines/handoffs', rotation(), 'Handoffs'],
    ['entity-content:pipelines/feeds', rotation(), 'Your feeds'],
    ['entity-card:pipelines/rotation-holidays', rotation(), 'Holidays ahead'],
    [
      'entity-card:pipelines/rotation-pipelines',
      rotation(),
      'Pipelines covered',
    ],
    ['entity-card:pipelines/runbook-rows', runbook(), 'Known troubles'],
    ['entity-card:pipelines/runbook-review', runbook(), 'Review'],
    ['entity-card:pipelines/runbook-pipelines', runbook(), 'Used by'],
    [
      'entity-card:pipelines/escalation-levels',
      escalationPolicy(),
      'Who is told, level by level',
    ],
    [
      'entity-card:pipelines/escalation-pipelines',
      escalationPolicy(),
      'Used by',
    ],
    ['entity-content:pipelines/ownership', pipeline(), 'Ownership matrix'],
    ['entity-content:pipelines/sla', pipeline(), 'Monitors'],
    ['entity-content:pipelines/runs', pipeline(), 'Figures'],
    [
      'entity-content:pipelines/runbook',
      pipeline({ runbook: undefined }),
      'This pipeline has no runbook.',
    ],
  ])('%s shows itself on its kind', async (id, entity, text) => {
    renderOn(entity, id);
    expect(await screen.findByText(text, {}, patient)).toBeVisible();
  });

  it.each<[ExtensionId, Entity]>([
    ['entity-card:pipelines/on-call', rotation()],
    ['entity-card:pipelines/rotation-now', pipeline()],
    ['entity-content:pipelines/sla', runbook()],
    ['entity-content:pipelines/runs', rotation()],
    ['entity-content:pipelines/fairness', pipeline()],
    // A person who takes no duty, and a team without a rotation.
    ['entity-card:pipelines/member-shifts', engineer(false)],
    ['entity-card:pipelines/group-rotations', team(false)],
  ])('%s keeps off other kinds', async (id, entity) => {
    renderOn(entity, id);
    expect(
      await screen.findByTestId('empty-entity-page', {}, patient),
    ).toBeInTheDocument();
  });
});
