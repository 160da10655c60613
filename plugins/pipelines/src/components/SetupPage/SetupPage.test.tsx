import { screen } from '@testing-library/react';
import { heardJob, renderOnPage } from '../../__testUtils__';
import { SetupPage } from './SetupPage';

describe('<SetupPage />', () => {
  it('has its sections in order', async () => {
    renderOnPage(<SetupPage />, {
      pipelinesApi: { getUnclaimedJobs: async () => ({ items: [heardJob()] }) },
    });
    expect(await screen.findByText('Churn Monthly')).toBeVisible();
    expect(
      screen
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Jobs that no pipeline claims',
      'Senders',
      'Refused',
      'Questions that fail',
      'Settings to copy',
    ]);
  });
});
