import { ResponseError } from '@backstage/errors';

const STARTING =
  'The portal is still starting. Wait a few seconds, then try again.';

/** What to tell a visitor who could not sign in: what is wrong, and what to do. */
export function explainFailure(error: Error | undefined): string {
  // fetch itself fails when nobody answers, whatever the browser's wording.
  if (error instanceof TypeError) {
    return 'The backend does not answer. Start it, or wait until it is up, then try again.';
  }
  if (!isResponseError(error)) {
    return error?.message ?? 'The reason is not known.';
  }
  switch (error.statusCode) {
    case 404:
      return `${error.cause.message}. The catalog reads its files in the first seconds after a start; try again if the portal is new.`;
    case 503:
      return STARTING;
    default:
      return error.cause.message;
  }
}

function isResponseError(error: Error | undefined): error is ResponseError {
  return error?.name === 'ResponseError';
}
