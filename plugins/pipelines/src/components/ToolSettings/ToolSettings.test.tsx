import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnPage } from '../../__testUtils__';
import { ToolSettings } from './ToolSettings';

describe('<ToolSettings />', () => {
  it('has the key first, then each tool, with the address of this backend', async () => {
    renderOnPage(<ToolSettings />);
    await waitFor(() =>
      expect(document.body).toHaveTextContent('pipelines.ingest.send'),
    );
    expect(
      screen.getAllByRole('tab').map(({ textContent }) => textContent),
    ).toEqual(['Airflow', 'Spark', 'dbt', 'Flink', 'curl', 'Alertmanager']);
    const panel = () => screen.getByRole('tabpanel');
    await waitFor(() =>
      expect(panel()).toHaveTextContent(
        '"url":"https://backstage.example.com","endpoint":"api/pipelines/v1/lineage"',
      ),
    );
    await userEvent.click(screen.getByRole('tab', { name: 'dbt' }));
    await waitFor(() =>
      expect(panel()).toHaveTextContent(
        'OPENLINEAGE_URL=https://backstage.example.com',
      ),
    );
    expect(screen.getAllByRole('button', { name: /copy/i })).toHaveLength(3);
  });
});
