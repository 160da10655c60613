import { ConflictError } from '@backstage/errors';

/**
 * Somebody else's change was first (409). Its `name` stays `ConflictError`: that
 * is what Backstage finds the status by.
 */
export class ChangeConflictError extends ConflictError {
  /** The change that was first. */
  readonly changeId: string;

  /** @param reason - why the two cannot both be; the message ends with the id */
  constructor(options: { changeId: string; reason: string }) {
    super(`${options.reason}: change ${options.changeId}`);
    this.changeId = options.changeId;
  }
}
