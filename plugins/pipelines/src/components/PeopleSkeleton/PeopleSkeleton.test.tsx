import { render, screen } from '@testing-library/react';
import { PeopleSkeleton } from './PeopleSkeleton';

describe('<PeopleSkeleton />', () => {
  it('says aloud what is being fetched', () => {
    render(<PeopleSkeleton label="shifts" />);
    expect(
      screen.getByRole('status', { name: 'Loading shifts' }),
    ).toBeInTheDocument();
  });
});
