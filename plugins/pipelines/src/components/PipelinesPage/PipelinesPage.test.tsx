import { screen } from '@testing-library/react';
import { pipeline, renderOnPage } from '../../__testUtils__';
import { PipelinesPage } from './PipelinesPage';

describe('<PipelinesPage />', () => {
  it('has a heading and the ownership matrix', async () => {
    renderOnPage(<PipelinesPage />, {
      entities: [pipeline({ rotation: undefined })],
    });
    expect(
      await screen.findByRole('heading', { name: 'Pipelines' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('grid', { name: 'Ownership matrix' }),
    ).toBeVisible();
  });
});
