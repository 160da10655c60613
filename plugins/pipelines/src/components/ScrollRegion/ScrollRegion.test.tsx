import { render, screen } from '@testing-library/react';
import { ScrollRegion } from './ScrollRegion';

function renderRegion(heights: { scrollHeight: number; clientHeight: number }) {
  jest
    .spyOn(HTMLElement.prototype, 'scrollHeight', 'get')
    .mockReturnValue(heights.scrollHeight);
  jest
    .spyOn(HTMLElement.prototype, 'clientHeight', 'get')
    .mockReturnValue(heights.clientHeight);
  render(
    <ScrollRegion label="Error message" className="short">
      a long story
    </ScrollRegion>,
  );
}

describe('<ScrollRegion />', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is reached by Tab when it scrolls', () => {
    renderRegion({ scrollHeight: 500, clientHeight: 100 });
    expect(
      screen.getByRole('region', { name: 'Error message' }),
    ).toHaveAttribute('tabindex', '0');
  });

  it('is in nobody’s way when all of it is seen', () => {
    renderRegion({ scrollHeight: 100, clientHeight: 100 });
    expect(screen.getByText('a long story')).not.toHaveAttribute('tabindex');
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  });
});
