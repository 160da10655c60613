import { RotationChange } from '../../database';
import { WantedChange } from './wanted';

/** What stands for the id of a change that is not made yet. */
const PREVIEW_ID = 'preview';

/** A change as it is once it decides; a swap as if the other had accepted it. */
export function asIfMade({ change }: WantedChange): RotationChange {
  if (change.type === 'cover') {
    return { ...change, id: PREVIEW_ID, state: 'accepted' };
  }
  return {
    ...change,
    id: PREVIEW_ID,
    state: 'accepted',
    answeredBy: change.members[1],
    answeredAt: change.requestedAt,
  };
}
