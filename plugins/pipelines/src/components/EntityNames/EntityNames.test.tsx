import { screen } from '@testing-library/react';
import { renderOnPage } from '../../__testUtils__';
import { EntityNames } from './EntityNames';

const refs = [
  'user:default/cfo',
  'group:default/risk',
  'group:default/finance',
];

describe('<EntityNames />', () => {
  it('lists names as a sentence does', async () => {
    renderOnPage(
      <p>
        <EntityNames refs={refs} conjunction=" and " />
      </p>,
    );
    const cfo = await screen.findByRole('link', { name: 'CFO' });
    expect(await screen.findByText('Finance Team')).toBeVisible();
    expect(cfo.closest('p')).toHaveTextContent(
      'CFO, Risk Team and Finance Team',
    );
  });
});
