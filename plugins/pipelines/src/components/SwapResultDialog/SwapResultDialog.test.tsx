import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnPage, rotation, shiftsPage, swap } from '../../__testUtils__';
import { SwapResultDialog } from './SwapResultDialog';

function renderDialog(getShifts: jest.Mock) {
  renderOnPage(
    <SwapResultDialog
      rotation={rotation()}
      swap={swap()}
      isOpen
      onClose={() => {}}
    />,
    { pipelinesApi: { getShifts } },
  );
}

describe('<SwapResultDialog />', () => {
  it('shows both shifts exchanged', async () => {
    renderDialog(jest.fn(async () => shiftsPage([1, 2, 3, 4])));
    const after = await screen.findByRole('region', { name: 'After it' });
    await within(after).findByText('Data Engineer A');
    const names = within(after)
      .getAllByRole('link')
      .map(({ textContent }) => textContent);
    expect(names).toEqual(['Data Engineer B', 'Data Engineer A']);
  });

  it('tries again', async () => {
    renderDialog(
      jest
        .fn()
        .mockRejectedValueOnce(new Error('Failed to fetch'))
        .mockResolvedValue(shiftsPage([2, 3])),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('region', { name: 'After it' }),
    ).toBeVisible();
  });
});
