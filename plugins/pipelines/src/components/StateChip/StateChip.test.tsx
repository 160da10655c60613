import { render, screen } from '@testing-library/react';
import { ChipState, StateChip } from './StateChip';

describe('<StateChip />', () => {
  it.each<[ChipState, string]>([
    ['met', '✔met'],
    ['missed', '✖missed'],
    ['at-risk', '▲at risk'],
    ['pending', '○pending'],
    ['no-data', '–no data'],
    ['no-baseline', '≈no baseline'],
    ['excluded', '◇excluded'],
  ])('tells %s by shape and word', (state, text) => {
    const { container } = render(<StateChip state={state} />);
    expect(container).toHaveTextContent(text);
  });

  it('lets the word be replaced, and says the shape not aloud', () => {
    render(<StateChip state="at-risk">overdue by 9 days</StateChip>);
    expect(screen.getByText('overdue by 9 days')).toBeVisible();
    expect(screen.getByText('▲')).toHaveAttribute('aria-hidden', 'true');
  });
});
