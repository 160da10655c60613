import {
  NotAllowedError,
  NotFoundError,
  ResponseError,
} from '@backstage/errors';
import { render, screen } from '@testing-library/react';
import { failureKind, LoadFailure } from './LoadFailure';

async function answered(status: number, name: string) {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name, message: 'No' },
        response: { statusCode: status },
      }),
      { status, headers: { 'Content-Type': 'application/json' } },
    ),
  );
}

describe('failureKind', () => {
  it('reads what the backend answered', async () => {
    expect(failureKind(await answered(403, 'NotAllowedError'))).toBe(
      'not-allowed',
    );
    expect(failureKind(await answered(404, 'NotFoundError'))).toBe('not-found');
    expect(failureKind(await answered(503, 'ServiceUnavailableError'))).toBe(
      'unreachable',
    );
  });

  it('reads errors of our own and of the network', () => {
    expect(failureKind(new NotAllowedError())).toBe('not-allowed');
    expect(failureKind(new NotFoundError())).toBe('not-found');
    expect(failureKind(new TypeError('Failed to fetch'))).toBe('unreachable');
  });
});

describe('<LoadFailure />', () => {
  it('offers to try again when no words for "not found" are given', () => {
    render(
      <LoadFailure
        error={new NotFoundError('gone')}
        what="which shifts there are"
        whenNotAllowed="Ask."
        onRetry={() => {}}
      />,
    );
    expect(
      screen.getByText('The backend did not say which shifts there are.'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
