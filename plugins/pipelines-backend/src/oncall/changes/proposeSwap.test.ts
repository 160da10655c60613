import { away } from '../__testUtils__/exampleChanges';
import { A, B, C, D, stateOf, weekly } from '../__testUtils__/exampleRotation';
import { swapProblem } from './checkSwap';
import { proposeSwap } from './proposeSwap';

const now = new Date('2026-12-01T12:00Z');

describe('proposeSwap', () => {
  // Shift 48, from 21 to 28 December, is A's; 49 is B's, 50 is C's.
  it.each([
    {
      sentence: 'with the next person in rotation',
      absences: [away(A, '2026-12-22', '2026-12-27')],
      expected: { shifts: [48, 49], members: [A, B], passedOver: [] },
      text: 'Data Engineer B takes 21–28 Dec and Data Engineer A takes 28 Dec – 4 Jan',
    },
    {
      sentence: 'the next is away too: with the one after',
      absences: [away(A, '2026-12-22', '2026-12-27'), away(B, '2026-12-25')],
      expected: { shifts: [48, 50], members: [A, C], passedOver: [B] },
      text: 'Data Engineer C takes 21–28 Dec and Data Engineer A takes 4–11 Jan; Data Engineer B cannot',
    },
    {
      sentence: 'the next has declined: with the one after',
      absences: [away(A, '2026-12-22', '2026-12-27')],
      declined: [B],
      expected: { shifts: [48, 50], members: [A, C], passedOver: [B] },
      text: 'Data Engineer C takes 21–28 Dec and Data Engineer A takes 4–11 Jan; Data Engineer B cannot',
    },
    {
      sentence: 'for a later shift if the giver is away for the first, too',
      absences: [away(A, '2026-12-22', '2026-12-29')],
      expected: { shifts: [48, 53], members: [A, B], passedOver: [] },
      text: 'Data Engineer B takes 21–28 Dec and Data Engineer A takes 25 Jan – 1 Feb',
    },
    {
      sentence: 'not for a shift that is in another swap',
      absences: [away(A, '2026-12-22', '2026-12-27')],
      taken: [49],
      expected: { shifts: [48, 53], members: [A, B], passedOver: [] },
      text: 'Data Engineer B takes 21–28 Dec and Data Engineer A takes 25 Jan – 1 Feb',
    },
  ])('$sentence', ({ absences, declined, taken, expected, text }) => {
    const state = stateOf(weekly, { absences });
    const proposal = proposeSwap(state, 48, { now, declined, taken });
    expect(proposal).toEqual({ kind: 'swap', ...expected, text });
    expect(
      proposal.kind === 'swap' && swapProblem(state, proposal, now),
    ).toBeUndefined();
  });

  it.each([
    { sentence: 'there is no such shift', number: -1, why: 'no-shift' },
    { sentence: 'the shift has begun', number: 45, why: 'begun' },
    { sentence: 'everyone else is away', number: 48, why: 'nobody-free' },
  ])('none, when $sentence', ({ number, why }) => {
    const absences = [B, C, D].map(member => away(member, '2026-12-24'));
    expect(
      proposeSwap(stateOf(weekly, { absences }), number, { now }),
    ).toMatchObject({ kind: 'none', why });
  });
});
