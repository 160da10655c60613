import { NotAllowedError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';
import { feed, renderOnPage, ROTATION } from '../../__testUtils__';
import { NewFeed } from './NewFeed';

const url = 'https://portal.example/api/pipelines/v1/calendar-feeds/secret.ics';

function renderFeed(
  createCalendarFeed: PipelinesApi['createCalendarFeed'],
  isMember = true,
) {
  renderOnPage(<NewFeed rotationRef={ROTATION} isMember={isMember} />, {
    pipelinesApi: { createCalendarFeed },
  });
}

describe('<NewFeed />', () => {
  it.each([
    ['Feed of my shifts', 'mine'],
    ['Feed of the whole rotation', 'rotation'],
  ])('%s: shows its address once, to be copied', async (name, scope) => {
    const create = jest.fn(async () => ({ feed: feed(), url }));
    renderFeed(create);
    await userEvent.click(await screen.findByRole('button', { name }));
    expect(await screen.findByText(url)).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Copy the address' }),
    ).toBeVisible();
    expect(create).toHaveBeenCalledWith({ rotationRef: ROTATION, scope });
  });

  it('offers readers the whole rotation only, and says what went wrong', async () => {
    renderFeed(async () => {
      throw new NotAllowedError('no');
    }, false);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Feed of the whole rotation' }),
    );
    expect(await screen.findByText('You may not do this.')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Feed of my shifts' }),
    ).not.toBeInTheDocument();
  });
});
