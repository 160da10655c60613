import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import { renderOnPage, rotation } from '../../__testUtils__';
import { RotationFailure } from './RotationFailure';

function renderFailure(error: Error) {
  renderOnPage(
    <RotationFailure
      rotation={rotation()}
      error={error}
      what="who is away"
      onRetry={() => {}}
    />,
  );
}

describe('<RotationFailure />', () => {
  it('names the owner as the one to ask', async () => {
    renderFailure(new NotAllowedError());
    expect(await screen.findByText('Data Engineering')).toBeVisible();
  });

  it('says what to do when the backend does not know it yet', async () => {
    renderFailure(new NotFoundError());
    expect(
      await screen.findByText('The backend does not know this rotation yet.'),
    ).toBeVisible();
  });
});
