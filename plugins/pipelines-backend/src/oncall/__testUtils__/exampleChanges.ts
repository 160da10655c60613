import { Absence } from '../changes/absence';
import { Cover } from '../changes/cover';
import { AcceptedSwap } from '../changes/swap';
import { A, B, D } from './exampleRotation';

// What happens to the rotation of the tests.

/** Known since the autumn of 2026. */
export const away = (member: string, from: string, to = from): Absence => ({
  member,
  from,
  to,
  createdAt: new Date('2026-10-01T00:00Z'),
});

/** A gives the week from 21 December 2026 to B for the one after. */
export const swap = (changes: Partial<AcceptedSwap> = {}): AcceptedSwap => ({
  id: 'swap-1',
  state: 'accepted',
  shifts: [48, 49],
  members: [A, B],
  requestedBy: A,
  answeredBy: B,
  answeredAt: new Date('2026-12-03T15:00Z'),
  ...changes,
});

/** D stands in on 3 March 2026 from 03:00 to 09:00 in New York. */
export const cover = (changes: Partial<Cover> = {}): Cover => ({
  id: 'cover-1',
  from: new Date('2026-03-03T08:00Z'),
  to: new Date('2026-03-03T14:00Z'),
  by: D,
  createdBy: D,
  createdAt: new Date('2026-03-03T08:00Z'),
  ...changes,
});
