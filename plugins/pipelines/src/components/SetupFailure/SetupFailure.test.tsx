import { NotAllowedError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import { renderOnPage } from '../../__testUtils__';
import { SetupFailure } from './SetupFailure';

describe('<SetupFailure />', () => {
  it('names the permission that is missing', async () => {
    renderOnPage(
      <SetupFailure
        error={new NotAllowedError()}
        what="who sends something"
        onRetry={() => {}}
      />,
    );
    expect(
      await screen.findByText('You may not see who sends something.'),
    ).toBeVisible();
    expect(screen.getByText(/pipelines\.ingest\.read/)).toBeVisible();
  });
});
