import { NotFoundError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  pipeline,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  run,
} from '../../__testUtils__';
import { LinkedRun } from './LinkedRun';

const entity = pipeline();

describe('<LinkedRun />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('shows the run that the address names, until it is closed', async () => {
    const getRun = jest.fn().mockResolvedValue({ run: run() });
    renderOnPage(<LinkedRun pipeline={entity} />, {
      entity,
      at: '/?run=run-1',
      pipelinesApi: { getRun },
    });
    expect(await screen.findByText('Run of Mon 23 Nov 12:00')).toBeVisible();
    expect(screen.getByText('24 min 12 s')).toBeVisible();
    expect(getRun).toHaveBeenCalledWith({ id: 'run-1' });
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByText(/^Run of/)).not.toBeInTheDocument();
  });

  it('says that a run is not kept any more', async () => {
    renderOnPage(<LinkedRun pipeline={entity} />, {
      entity,
      at: '/?run=run-1',
      pipelinesApi: {
        getRun: async () => {
          throw new NotFoundError('gone');
        },
      },
    });
    expect(
      await screen.findByText('This run is not kept any more.'),
    ).toBeVisible();
  });

  it('is absent without such a link', async () => {
    renderOnPage(
      <>
        <LinkedRun pipeline={entity} />
        <p>the rest</p>
      </>,
      { entity },
    );
    expect(await screen.findByText('the rest')).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
