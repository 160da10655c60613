import { InputError } from '@backstage/errors';

/**
 * The body is JSON, and not what it should be: 422, as OpenLineage's servers
 * answer. Clients do not send it again.
 */
export class UnprocessableError extends InputError {
  readonly statusCode = 422;
}
