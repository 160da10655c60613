import { ConflictError, serializeError } from '@backstage/errors';
import { ChangeConflictError } from './ChangeConflictError';

describe('ChangeConflictError', () => {
  it('answers 409 by its name, with the id in the message and beside it', () => {
    const error = new ChangeConflictError({
      changeId: 'change-1',
      reason: 'Shift 3 is taken',
    });
    expect(error).toBeInstanceOf(ConflictError);
    expect(serializeError(error)).toMatchObject({
      name: 'ConflictError',
      message: 'Shift 3 is taken: change change-1',
      changeId: 'change-1',
    });
  });
});
