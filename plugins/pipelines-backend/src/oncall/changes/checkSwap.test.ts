import { A, B, C, stateOf, weekly } from '../__testUtils__/exampleRotation';
import { swapProblem } from './checkSwap';

const now = new Date('2026-12-01T12:00Z');

describe('swapProblem', () => {
  it.each([
    { shifts: [48, 48], members: [A, B], why: 'same-shift' },
    { shifts: [48, 52], members: [A, A], why: 'same-member' },
    { shifts: [48, 1.5], members: [A, B], why: 'no-shift' },
    { shifts: [44, 49], members: [A, B], why: 'begun' },
    { shifts: [48, 49], members: [A, C], why: 'other-holder' },
  ] as const)('$why', ({ shifts, members, why }) => {
    expect(
      swapProblem(stateOf(weekly), { shifts, members }, now),
    ).toMatchObject({ why });
  });
});
