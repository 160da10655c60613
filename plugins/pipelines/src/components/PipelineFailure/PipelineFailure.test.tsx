import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import { pipeline, renderOnPage } from '../../__testUtils__';
import { PipelineFailure } from './PipelineFailure';

function renderFailure(error: Error) {
  renderOnPage(
    <PipelineFailure
      pipeline={pipeline()}
      error={error}
      what="which runs there were"
      onRetry={() => {}}
    />,
  );
}

describe('<PipelineFailure />', () => {
  it('names the owner as the one to ask, and the permission', async () => {
    renderFailure(new NotAllowedError());
    expect(await screen.findByText('Finance Team')).toBeVisible();
    expect(screen.getByText(/pipelines\.pipeline\.read/)).toBeVisible();
  });

  it('says what to do when the backend does not know it yet', async () => {
    renderFailure(new NotFoundError());
    expect(
      await screen.findByText('The backend does not know this pipeline yet.'),
    ).toBeVisible();
  });
});
