import { screen } from '@testing-library/react';
import { renderOnPage } from '../../__testUtils__';
import { SetupPage } from './SetupPage';

// In a file of its own: answers about permissions are remembered beyond a test.
describe('<SetupPage /> for those who may not see it', () => {
  it('says what is missing, and asks for nothing', async () => {
    const getUnclaimedJobs = jest.fn();
    renderOnPage(<SetupPage />, {
      denied: ['pipelines.ingest.read'],
      pipelinesApi: { getUnclaimedJobs },
    });
    expect(
      await screen.findByText('You may not see what tools send.'),
    ).toBeVisible();
    expect(
      screen.getByText(/permission pipelines\.ingest\.read/),
    ).toBeVisible();
    expect(getUnclaimedJobs).not.toHaveBeenCalled();
  });
});
