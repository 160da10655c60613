import { ChangeConflictError, RotationChange } from '../../database';
import { WantedChange } from './wanted';

/**
 * Finds out without storing anything what the store would refuse: a shift in two
 * open swaps, or the same duty covered twice.
 *
 * @param options - `open`: proposed swaps and accepted covers of the rotation
 * @throws ChangeConflictError with the change that is in the way
 */
export function refuseOpenConflict(options: {
  change: WantedChange['change'];
  open: readonly RotationChange[];
  now: Date;
}): void {
  const { change, open, now } = options;
  for (const other of open) {
    if (change.type === 'swap' && other.type === 'swap') {
      const isOpen = other.state === 'proposed' && other.expiresAt > now;
      const shift = change.shifts.find(each => other.shifts.includes(each));
      if (isOpen && shift !== undefined) {
        throw new ChangeConflictError({
          changeId: other.id,
          reason: `Shift ${shift} of ${change.rotationRef} is in a swap that is not answered yet`,
        });
      }
    }
    if (change.type === 'cover' && other.type === 'cover') {
      const overlap =
        other.state === 'accepted' &&
        other.covered === change.covered &&
        other.from < change.to &&
        change.from < other.to;
      if (overlap) {
        throw new ChangeConflictError({
          changeId: other.id,
          reason: `${change.covered} is covered at that time already`,
        });
      }
    }
  }
}
