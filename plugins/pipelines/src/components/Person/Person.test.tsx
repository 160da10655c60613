import { screen } from '@testing-library/react';
import { renderOnPage } from '../../__testUtils__';
import { Person } from './Person';

describe('<Person />', () => {
  it('shows the name as a link, the badge and what is said', async () => {
    renderOnPage(
      <Person entityRef="user:default/cfo" badge="asked">
        since Monday
      </Person>,
    );
    expect(await screen.findByRole('link', { name: 'CFO' })).toBeVisible();
    expect(screen.getByText('asked')).toBeVisible();
    expect(screen.getByText('since Monday')).toBeVisible();
  });
});
