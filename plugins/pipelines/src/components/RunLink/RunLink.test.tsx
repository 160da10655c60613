import { screen } from '@testing-library/react';
import {
  NOW,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  run,
  SCRIPT_ADDRESS,
} from '../../__testUtils__';
import { RunLink } from './RunLink';

describe('<RunLink />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('opens the page of the tool in a new tab, which gets no hold of this one', async () => {
    renderOnPage(<RunLink run={run()} now={Date.parse(NOW)} />);
    const link = await screen.findByRole('link', {
      name: /^Open the run of Mon 23 Nov 12:00 in its tool/,
    });
    expect(link).toHaveAttribute(
      'href',
      'https://airflow.example.com/dags/profit_daily',
    );
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', expect.stringContaining('noopener'));
  });

  it.each([undefined, SCRIPT_ADDRESS])('is no link for %s', async link => {
    renderOnPage(<RunLink run={run({ link })} now={Date.parse(NOW)} />);
    expect(await screen.findByText('—')).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
