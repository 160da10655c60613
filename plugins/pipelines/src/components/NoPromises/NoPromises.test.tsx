import { screen, waitFor } from '@testing-library/react';
import { renderOnPage } from '../../__testUtils__';
import { NoPromises } from './NoPromises';

describe('<NoPromises />', () => {
  it('shows the lines that make a promise', async () => {
    renderOnPage(<NoPromises />);
    expect(
      await screen.findByText('This pipeline promises nothing yet.'),
    ).toBeVisible();
    await waitFor(() => expect(document.body).toHaveTextContent('within: 48h'));
  });
});
