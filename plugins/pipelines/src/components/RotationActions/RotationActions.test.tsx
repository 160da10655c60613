import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { A, renderOnPage, rotation } from '../../__testUtils__';
import { RotationActions } from './RotationActions';

describe('<RotationActions />', () => {
  it.each([
    ['a member', { userRef: A }],
    ['the owner group', { ownershipRefs: ['group:default/data-engineering'] }],
  ])('lets %s cover and propose', async (_who, reader) => {
    renderOnPage(<RotationActions rotation={rotation()} />, reader);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cover now' }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Cover now' }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(screen.getByRole('button', { name: 'Propose swap' }));
    expect(
      await screen.findByRole('dialog', { name: 'Propose a swap' }),
    ).toBeVisible();
  });

  it('leads others to the calendar only', async () => {
    renderOnPage(<RotationActions rotation={rotation()} withCalendar />);
    expect(
      await screen.findByRole('link', { name: 'Calendar' }),
    ).toHaveAttribute('href', '/catalog/default/rotation/data-engineering');
    expect(
      screen.queryByRole('button', { name: 'Cover now' }),
    ).not.toBeInTheDocument();
  });
});
