import { screen, waitFor } from '@testing-library/react';
import { renderOnPage } from '../../__testUtils__';
import { SetupHint } from './SetupHint';

describe('<SetupHint />', () => {
  it('says what is missing, which lines add it, and where the rest is', async () => {
    renderOnPage(
      <SetupHint title="Nothing yet." yaml="spec: {}">
        Write something.
      </SetupHint>,
    );
    expect(await screen.findByText('Nothing yet.')).toBeVisible();
    expect(screen.getByText('Write something.')).toBeVisible();
    await waitFor(() => expect(document.body).toHaveTextContent('spec: {}'));
    expect(
      screen.getByRole('link', { name: /All fields and examples/ }),
    ).toHaveAttribute('href', expect.stringContaining('/docs'));
  });
});
