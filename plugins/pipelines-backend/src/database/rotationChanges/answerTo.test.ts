import { ConflictError } from '@backstage/errors';
import { B, coverOf, december, swapOf } from '../__testUtils__/changes';
import { answerTo } from './answerTo';
import {
  AnswerState,
  Cover,
  CoverState,
  RotationChange,
  Swap,
  SwapState,
} from './rotationChange';

const answers: AnswerState[] = ['accepted', 'declined', 'cancelled', 'expired'];

function swapIn(state: SwapState): Swap {
  return { ...swapOf(), id: 's', state };
}

function coverIn(state: CoverState): Cover {
  return { ...coverOf(), id: 'c', state };
}

/** The answers that are taken, of all. */
function taken(change: RotationChange, at: Date): AnswerState[] {
  return answers.filter(state => {
    try {
      answerTo(change, { state, by: B, at });
      return true;
    } catch {
      return false;
    }
  });
}

describe('answerTo', () => {
  it.each<{ change: RotationChange; can: AnswerState[] }>([
    { change: swapIn('proposed'), can: answers },
    { change: swapIn('accepted'), can: ['cancelled'] },
    { change: swapIn('declined'), can: [] },
    { change: swapIn('cancelled'), can: [] },
    { change: swapIn('expired'), can: [] },
    { change: coverIn('accepted'), can: ['cancelled'] },
    { change: coverIn('cancelled'), can: [] },
  ])(
    'lets a $change.type that is $change.state become $can',
    ({ change, can }) => {
      expect(taken(change, december(2))).toEqual(can);
    },
  );

  it('lets nobody agree or decline from the moment of expiry on', () => {
    expect(taken(swapIn('proposed'), december(5))).toEqual([
      'cancelled',
      'expired',
    ]);
  });

  it('lets an accepted swap be cancelled after that moment', () => {
    expect(taken(swapIn('accepted'), december(6))).toEqual(['cancelled']);
  });

  it.each([
    { change: swapIn('proposed'), state: 'declined' as const },
    { change: coverIn('accepted'), state: 'cancelled' as const },
  ])('notes who answered a $change.type, and when', ({ change, state }) => {
    expect(answerTo(change, { state, by: B, at: december(2) })).toEqual({
      ...change,
      state,
      answeredBy: B,
      answeredAt: december(2),
    });
  });

  it.each([
    {
      change: swapIn('declined'),
      at: december(2),
      message: 'Change s is declined and cannot become accepted',
    },
    {
      change: swapIn('proposed'),
      at: december(5),
      message:
        'Change s expired on 2026-12-05T00:00:00.000Z and cannot become accepted',
    },
  ])('says why not: $message', ({ change, at, message }) => {
    const answer = () => answerTo(change, { state: 'accepted', by: B, at });
    expect(answer).toThrow(ConflictError);
    expect(answer).toThrow(message);
  });
});
