import { screen } from '@testing-library/react';
import { renderOnPage, runbook } from '../../__testUtils__';
import { RunbookRowsCard } from './RunbookRowsCard';

describe('<RunbookRowsCard />', () => {
  it('shows rows and body of the runbook of the page', async () => {
    renderOnPage(<RunbookRowsCard />, {
      entity: runbook({ body: 'Ask **twice**.' }),
    });
    expect(
      await screen.findByRole('region', { name: 'Revenue Mismatch' }),
    ).toBeVisible();
    expect(screen.getByText('twice')).toBeVisible();
  });
});
