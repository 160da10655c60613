import { screen } from '@testing-library/react';
import { alert, pipeline, renderOnPage, run } from '../../__testUtils__';
import { PipelineRunsContent } from './PipelineRunsContent';

describe('<PipelineRunsContent />', () => {
  it('has what fires first, then runs, then figures', async () => {
    renderOnPage(<PipelineRunsContent />, {
      entity: pipeline(),
      pipelinesApi: {
        getAlerts: async () => ({ items: [alert()] }),
        getRuns: async () => ({ items: [run()] }),
      },
    });
    expect(await screen.findByText('Alerts firing (1)')).toBeVisible();
    expect(await screen.findByRole('table', { name: 'Runs' })).toBeVisible();
    expect(
      screen
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual(['Alerts firing (1)', 'Runs', 'Figures']);
  });
});
