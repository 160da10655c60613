import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import { B, cover, renderOnPage, rotation, swap } from '../../__testUtils__';
import { WaitingSwapsCard } from './WaitingSwapsCard';

function renderCard(pipelinesApi: Partial<PipelinesApi>) {
  renderOnPage(<WaitingSwapsCard />, {
    entity: rotation(),
    userRef: B,
    pipelinesApi,
  });
}

describe('<WaitingSwapsCard />', () => {
  it('lists open swaps, and is empty once they are answered', async () => {
    const getChanges = jest
      .fn()
      .mockResolvedValueOnce({ items: [swap(), cover()] })
      .mockResolvedValue({ items: [] });
    renderCard({
      getChanges,
      answerChange: async () => ({ change: swap({ state: 'accepted' }) }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Accept' }),
    );
    expect(
      await screen.findByText('No swap waits for an answer.'),
    ).toBeVisible();
    expect(getChanges).toHaveBeenCalledTimes(2);
  });

  it('keeps a place while loading', async () => {
    renderCard({ getChanges: () => new Promise(() => {}) });
    expect(
      await screen.findByRole('status', { name: 'Loading open swaps' }),
    ).toBeInTheDocument();
  });

  it('says whom to ask when the reader may not see them', async () => {
    renderCard({
      getChanges: async () => {
        throw new NotAllowedError();
      },
    });
    expect(
      await screen.findByText('You may not see which swaps are open.'),
    ).toBeVisible();
  });

  it('tries again when the backend is away', async () => {
    const getChanges = jest
      .fn()
      .mockRejectedValueOnce(new Error('Failed to fetch'))
      .mockResolvedValue({ items: [] });
    renderCard({ getChanges });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    await waitFor(() =>
      expect(screen.getByText('No swap waits for an answer.')).toBeVisible(),
    );
  });
});
