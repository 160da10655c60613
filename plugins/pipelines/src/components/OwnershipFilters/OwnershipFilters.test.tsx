import { RELATION_PART_OF } from '@backstage/catalog-model';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pipeline, renderOnPage } from '../../__testUtils__';
import { OwnershipFilters } from './OwnershipFilters';

const SYSTEM = 'system:default/investor-reporting';

describe('<OwnershipFilters />', () => {
  it('chooses a view and keeps the system', async () => {
    const onChange = jest.fn();
    renderOnPage(
      <OwnershipFilters
        filter={{ view: 'all', system: SYSTEM }}
        onChange={onChange}
      />,
    );
    expect(await screen.findByRole('radio', { name: 'All' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'Mine' }));
    expect(onChange).toHaveBeenCalledWith({ view: 'mine', system: SYSTEM });
  });

  it('offers the systems that pipelines are part of', async () => {
    const onChange = jest.fn();
    renderOnPage(
      <OwnershipFilters filter={{ view: 'mine' }} onChange={onChange} />,
      {
        entities: [
          pipeline(
            {},
            { relations: [{ type: RELATION_PART_OF, targetRef: SYSTEM }] },
          ),
        ],
      },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /System/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'investor-reporting' }),
    );
    expect(onChange).toHaveBeenCalledWith({ view: 'mine', system: SYSTEM });
  });

  it('offers no systems when there are none', async () => {
    renderOnPage(
      <OwnershipFilters filter={{ view: 'all' }} onChange={() => {}} />,
    );
    expect(await screen.findByRole('radio', { name: 'All' })).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /System/ }),
    ).not.toBeInTheDocument();
  });
});
