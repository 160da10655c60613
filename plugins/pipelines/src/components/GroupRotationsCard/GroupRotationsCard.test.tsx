import { screen } from '@testing-library/react';
import { company, onCall, renderOnPage, rotation } from '../../__testUtils__';
import { GroupRotationsCard } from './GroupRotationsCard';

describe('<GroupRotationsCard />', () => {
  it('lists the rotations of the group', async () => {
    const owned = {
      ...rotation(),
      relations: [
        { type: 'ownedBy', targetRef: 'group:default/data-engineering' },
      ],
    };
    renderOnPage(<GroupRotationsCard />, {
      entity: company.find(
        ({ metadata }) => metadata.name === 'data-engineering',
      ),
      entities: [owned],
      pipelinesApi: { getOnCallByRefs: async () => ({ items: [onCall()] }) },
    });
    expect(
      await screen.findByRole('link', { name: 'Data Engineering on-call' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Data Engineer A' }),
    ).toBeVisible();
  });
});
