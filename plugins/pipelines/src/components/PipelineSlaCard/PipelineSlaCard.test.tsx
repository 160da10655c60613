import { screen, waitFor } from '@testing-library/react';
import { pipeline, renderOnPage } from '../../__testUtils__';
import { PipelineSlaCard } from './PipelineSlaCard';

describe('<PipelineSlaCard />', () => {
  it('says each promise in a sentence, none of them judged', async () => {
    renderOnPage(<PipelineSlaCard />, {
      entity: pipeline({
        sla: {
          timeZone: 'America/New_York',
          objectives: [
            { id: 'fresh', type: 'freshness', maxAge: '24h' },
            { id: 'review', type: 'review', every: 'month', by: 'finance' },
          ],
        },
      }),
    });
    expect(
      await screen.findByText('Data is never older than 24 hours'),
    ).toBeVisible();
    expect(
      await screen.findByText('Finance Team reviews every month'),
    ).toBeVisible();
    expect(screen.getAllByText('pending')).toHaveLength(2);
    expect(
      screen.getByText('These promises are not judged yet.'),
    ).toBeVisible();
    expect(screen.getByText('New York time')).toBeVisible();
    // No figure is made up: the only numbers are those of the promise.
    expect(document.body).not.toHaveTextContent('%');
  });

  it('shows how to promise something when nothing is promised', async () => {
    renderOnPage(<PipelineSlaCard />, { entity: pipeline() });
    expect(
      await screen.findByText('This pipeline promises nothing yet.'),
    ).toBeVisible();
    await waitFor(() =>
      expect(document.body).toHaveTextContent('type: freshness'),
    );
    expect(screen.queryByText('pending')).not.toBeInTheDocument();
  });
});
