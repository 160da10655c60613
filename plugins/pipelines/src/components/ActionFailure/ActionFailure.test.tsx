import {
  ConflictError,
  InputError,
  NotAllowedError,
  ResponseError,
} from '@backstage/errors';
import { screen } from '@testing-library/react';
import {
  A,
  readAnywhere,
  readInBerlin,
  renderOnPage,
  ROTATION,
  swap,
} from '../../__testUtils__';
import { ActionFailure } from './ActionFailure';

async function overHttp(error: Error, status: number) {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: error.name, message: error.message },
        request: { method: 'POST', url: '/' },
        response: { statusCode: status },
      }),
      { status, headers: { 'Content-Type': 'application/json' } },
    ),
  );
}

function renderFailure(error: Error | undefined, userRef?: string) {
  renderOnPage(<ActionFailure rotationRef={ROTATION} error={error} />, {
    userRef,
    pipelinesApi: { getChanges: async () => ({ items: [swap()] }) },
  });
}

describe('<ActionFailure />', () => {
  beforeEach(() => readInBerlin());
  afterEach(readAnywhere);

  it('says who was first', async () => {
    const conflict = new ConflictError(
      'Shift 48 is in a swap that is not answered yet: change swap-1',
    );
    renderFailure(await overHttp(conflict, 409));
    expect(await screen.findByText('Somebody else was first.')).toBeVisible();
    expect(
      await screen.findByText(/Data Engineer A proposed a swap/),
    ).toHaveTextContent(
      'Shift 48 is in a swap that is not answered yet: Data Engineer A proposed a swap on Fri 20 Nov 11:00.',
    );
  });

  it('does not call the reader somebody else', async () => {
    const conflict = new ConflictError('taken: change swap-1');
    renderFailure(conflict, A);
    expect(await screen.findByText('You were here before.')).toBeVisible();
  });

  it.each([
    [new NotAllowedError('not a member'), 403, 'You may not do this.'],
    [new InputError('to: too early'), 400, 'This cannot be saved.'],
    [new Error('oops'), 500, 'It was not saved. Try again.'],
  ])('says why: %s', async (error, status, title) => {
    renderFailure(await overHttp(error, status));
    expect(await screen.findByText(title)).toBeVisible();
    expect(screen.getByText(error.message)).toBeVisible();
  });

  it('is silent when all is well', () => {
    renderFailure(undefined);
    expect(screen.queryByText(/first|not/)).not.toBeInTheDocument();
  });
});
