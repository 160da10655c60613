import { createTheme, ThemeProvider } from '@material-ui/core/styles';
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

  it('has its own colours in the dark', () => {
    const colourIn = (type: 'light' | 'dark') => {
      const { container, unmount } = render(
        <ThemeProvider theme={createTheme({ palette: { type } })}>
          <StateChip state="pending" />
        </ThemeProvider>,
      );
      const chip = container.querySelector('span');
      const { color } = window.getComputedStyle(chip ?? document.body);
      unmount();
      return color;
    };
    expect(colourIn('light')).not.toBe(colourIn('dark'));
  });
});
