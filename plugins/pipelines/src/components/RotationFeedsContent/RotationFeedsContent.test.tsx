import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import { A, feed, renderOnPage, rotation } from '../../__testUtils__';
import { RotationFeedsContent } from './RotationFeedsContent';

function renderContent(pipelinesApi: Partial<PipelinesApi>) {
  renderOnPage(<RotationFeedsContent />, {
    entity: rotation(),
    userRef: A,
    pipelinesApi,
  });
}

describe('<RotationFeedsContent />', () => {
  it('lists a new feed at once, and keeps its address in sight', async () => {
    const getCalendarFeeds = jest
      .fn()
      .mockResolvedValueOnce({ items: [] })
      .mockResolvedValue({ items: [feed({ member: A })] });
    renderContent({
      getCalendarFeeds,
      createCalendarFeed: async () => ({ feed: feed(), url: 'https://x/1' }),
    });
    expect(
      await screen.findByText('You have no feed of this rotation yet.'),
    ).toBeVisible();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Feed of my shifts' }),
    );
    expect(await screen.findByText('My shifts')).toBeVisible();
    expect(screen.getByText('https://x/1')).toBeVisible();
  });

  it('says whom to ask, and tries again', async () => {
    const getCalendarFeeds = jest
      .fn()
      .mockRejectedValueOnce(new Error('Failed to fetch'))
      .mockRejectedValue(new NotAllowedError());
    renderContent({ getCalendarFeeds });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    await waitFor(() =>
      expect(
        screen.getByText('You may not see which feeds you have.'),
      ).toBeVisible(),
    );
  });
});
