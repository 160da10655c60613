import { screen } from '@testing-library/react';
import { renderOnPage } from '../../__testUtils__';
import { LinesSkeleton } from './LinesSkeleton';

describe('<LinesSkeleton />', () => {
  it('says what is being fetched', async () => {
    renderOnPage(<LinesSkeleton label="runs" />);
    expect(
      await screen.findByRole('status', { name: 'Loading runs' }),
    ).toBeInTheDocument();
  });
});
