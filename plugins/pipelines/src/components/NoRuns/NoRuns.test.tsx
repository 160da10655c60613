import { screen, waitFor } from '@testing-library/react';
import { pipeline, renderOnPage } from '../../__testUtils__';
import { NoRuns } from './NoRuns';

describe('<NoRuns />', () => {
  it('names the jobs that the pipeline claims, and where to look next', async () => {
    const jobs = [{ namespace: 'airflow', name: 'profit_daily' }];
    renderOnPage(<NoRuns pipeline={pipeline({ jobs })} />);
    expect(await screen.findByText('No run was heard of yet.')).toBeVisible();
    expect(screen.getByRole('listitem')).toHaveTextContent(
      'profit_daily in airflow',
    );
    expect(screen.getByRole('link', { name: 'Setup' })).toHaveAttribute(
      'href',
      '/pipelines/setup',
    );
  });

  it.each([[undefined], [[]]])(
    'shows the lines that claim a job when it claims none: %j',
    async jobs => {
      renderOnPage(<NoRuns pipeline={pipeline({ jobs })} />);
      expect(
        await screen.findByText('This pipeline claims no jobs yet.'),
      ).toBeVisible();
      await waitFor(() => expect(document.body).toHaveTextContent('jobs:'));
      expect(screen.getByRole('link', { name: 'Setup' })).toBeVisible();
    },
  );
});
