import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CalendarFeed } from '@techflow/backstage-plugin-pipelines-common';
import {
  A,
  feed,
  NOW,
  readAnywhere,
  readInBerlin,
  renderOnPage,
} from '../../__testUtils__';
import { FeedItem } from './FeedItem';

function renderItem(
  changes: Partial<CalendarFeed>,
  revokeCalendarFeed = jest.fn(),
) {
  renderOnPage(
    <FeedItem
      feed={feed(changes)}
      timeZone="America/New_York"
      now={Date.parse(NOW)}
    />,
    { pipelinesApi: { revokeCalendarFeed } },
  );
}

describe('<FeedItem />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says what it holds, and when it was read last', async () => {
    renderItem({ member: A, lastReadAt: '2026-11-23T04:00:00Z' });
    expect(await screen.findByText('My shifts')).toBeVisible();
    expect(screen.getByText(/last read/)).toHaveTextContent(
      'created Fri 20 Nov 11:00 · last read Mon 23 Nov 05:00',
    );
  });

  it('is revoked on the second press only', async () => {
    const revoke = jest.fn().mockRejectedValue(new Error('away'));
    renderItem({}, revoke);
    expect(await screen.findByText('Whole rotation')).toBeVisible();
    expect(screen.getByText(/never read/)).toBeVisible();
    const press = (name: string) =>
      userEvent.click(screen.getByRole('button', { name }));
    await press('Revoke');
    await press('Keep it');
    expect(revoke).not.toHaveBeenCalled();
    await press('Revoke');
    await press('Revoke it');
    expect(revoke).toHaveBeenCalledWith({ id: 'feed-1' });
    expect(await screen.findByText('away')).toBeVisible();
  });
});
