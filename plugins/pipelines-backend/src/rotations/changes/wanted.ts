import { NewRotationChange as StoredNewChange } from '../../database';

/**
 * A change that would work: what to store. Its
 * `acceptAtOnce` is true when nobody is to be asked.
 */
export interface WantedChange {
  readonly change: StoredNewChange;
  readonly acceptAtOnce: boolean;
}
