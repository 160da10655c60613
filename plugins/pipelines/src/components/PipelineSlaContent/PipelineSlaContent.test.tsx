import { screen, within } from '@testing-library/react';
import { pipeline, renderOnPage } from '../../__testUtils__';
import { PipelineSlaContent } from './PipelineSlaContent';

describe('<PipelineSlaContent />', () => {
  it('lists promises with target and state, and monitors with severity', async () => {
    renderOnPage(<PipelineSlaContent />, {
      entity: pipeline({
        schedules: [
          {
            audience: 'investors',
            cron: '0 6 1 * *',
            timeZone: 'America/New_York',
            grace: '2h',
          },
        ],
        sla: {
          timeZone: 'America/New_York',
          objectives: [
            {
              id: 'investors',
              type: 'delivery',
              audience: 'investors',
              description: 'Before the board meets',
            },
          ],
        },
        monitors: [
          { id: 'fresh', type: 'freshness', maxAge: '48h', severity: 'high' },
          { id: 'quiet', type: 'silence', silentFor: '1h' },
        ],
      }),
    });
    const table = await screen.findByRole('grid', { name: 'Promises' });
    const row = within(table).getByRole('row', { name: /Delivery/ });
    expect(row).toHaveTextContent(
      "Investors' figures are ready at 06:00 on day 1 of the month (New York)",
    );
    expect(row).toHaveTextContent('Before the board meets');
    expect(row).toHaveTextContent("every time2 hours' grace");
    expect(within(row).getByText('pending')).toBeVisible();
    expect(screen.queryByText('Next deadline')).not.toBeInTheDocument();

    expect(
      screen.getByText('Warns when the newest data is older than 48 hours'),
    ).toBeVisible();
    expect(screen.getByText('high')).toBeVisible();
    expect(screen.getByText('medium')).toBeVisible();
  });

  it('shows how to write promises and monitors when there are none', async () => {
    renderOnPage(<PipelineSlaContent />, { entity: pipeline() });
    expect(
      await screen.findByText('This pipeline promises nothing yet.'),
    ).toBeVisible();
    expect(
      screen.getByText('Nothing warns about this pipeline yet.'),
    ).toBeVisible();
  });
});
