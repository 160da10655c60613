import { createTheme, ThemeProvider } from '@material-ui/core/styles';
import { render, screen } from '@testing-library/react';
import { Chip } from './Chip';

describe('<Chip />', () => {
  it('says its word aloud, and not its shape', () => {
    render(
      <Chip tone="good" shape="✔">
        met
      </Chip>,
    );
    expect(screen.getByText('met')).toBeVisible();
    expect(screen.getByText('✔')).toHaveAttribute('aria-hidden', 'true');
  });

  it('has its own colours in the dark', () => {
    const colourIn = (type: 'light' | 'dark') => {
      const { container, unmount } = render(
        <ThemeProvider theme={createTheme({ palette: { type } })}>
          <Chip tone="busy" shape="◐">
            running
          </Chip>
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
