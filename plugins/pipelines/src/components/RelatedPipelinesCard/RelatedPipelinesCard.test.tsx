import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { RELATION_HAS_ROTATION } from '@techflow/backstage-plugin-pipelines-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pipeline, renderOnPage, rotation } from '../../__testUtils__';
import { RelatedPipelinesCard } from './RelatedPipelinesCard';

const card = (
  <RelatedPipelinesCard
    title="Pipelines covered"
    relation={RELATION_HAS_ROTATION}
    field="spec.rotation"
  />
);

function covered(name: string, rotationRef: string) {
  return pipeline(
    {},
    {
      metadata: { name, namespace: 'default' },
      relations: [{ type: RELATION_HAS_ROTATION, targetRef: rotationRef }],
    },
  );
}

const THIS = 'rotation:default/data-engineering';

describe('<RelatedPipelinesCard />', () => {
  it('lists the pipelines that name the entity, with their criticality', async () => {
    renderOnPage(card, {
      entity: rotation(),
      entities: [
        covered('profit', THIS),
        covered('other', 'rotation:default/night'),
      ],
    });
    expect(await screen.findByRole('link', { name: 'profit' })).toBeVisible();
    expect(screen.getByText('high')).toBeVisible();
    expect(screen.queryByText('other')).not.toBeInTheDocument();
  });

  it('counts those that it does not show', async () => {
    renderOnPage(card, {
      entity: rotation(),
      entities: Array.from({ length: 23 }, (_, index) =>
        covered(`pipeline-${index}`, THIS),
      ),
    });
    expect(await screen.findByText('and 3 more')).toBeVisible();
    expect(screen.getAllByRole('listitem')).toHaveLength(20);
  });

  it('says how a pipeline comes to be here', async () => {
    renderOnPage(card, { entity: rotation() });
    expect(
      await screen.findByText(/No pipeline names it yet/),
    ).toHaveTextContent('A pipeline does so with spec.rotation.');
  });

  it('tries again when the catalog is away', async () => {
    const queryEntities = jest
      .fn()
      .mockRejectedValueOnce(new Error('Failed to fetch'))
      .mockResolvedValue({
        items: [covered('profit', THIS)],
        totalItems: 1,
        pageInfo: {},
      });
    renderOnPage(card, {
      entity: rotation(),
      catalogApi: catalogApiMock.mock({
        queryEntities,
        getEntitiesByRefs: async () => ({ items: [] }),
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('high')).toBeVisible();
  });

  it('keeps a place while loading', async () => {
    renderOnPage(card, {
      entity: rotation(),
      catalogApi: catalogApiMock.mock({
        queryEntities: () => new Promise(() => {}),
      }),
    });
    expect(
      await screen.findByRole('status', { name: 'Loading pipelines' }),
    ).toBeInTheDocument();
  });
});
