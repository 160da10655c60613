import { B, coverOf, december, swapOf } from '../__testUtils__/changes';
import { Cover, Swap, SwapState } from './rotationChange';
import { isAcceptedSwap, servedPart } from './served';

function storedCover(other: Partial<Cover> = {}): Cover {
  return { ...coverOf(), id: 'c', state: 'accepted', ...other };
}

function storedSwap(state: SwapState): Swap {
  return {
    ...swapOf(),
    id: 's',
    state,
    answeredBy: B,
    answeredAt: december(2),
  };
}

const OTHERS: SwapState[] = ['proposed', 'declined', 'cancelled', 'expired'];

describe('isAcceptedSwap', () => {
  it('is an accepted swap, and no other', () => {
    expect(isAcceptedSwap(storedSwap('accepted'))).toBe(true);
    expect(OTHERS.map(storedSwap).filter(isAcceptedSwap)).toEqual([]);
  });

  it('is no cover', () => {
    expect(isAcceptedSwap(storedCover())).toBe(false);
  });
});

describe('servedPart', () => {
  it('is all of an accepted cover', () => {
    expect(servedPart(storedCover())).toEqual(storedCover());
  });

  it.each([
    { cancelled: december(9), to: undefined, so: 'it never was' },
    { cancelled: december(10), to: undefined, so: 'it never was' },
    { cancelled: december(11), to: december(11), so: 'a day was served' },
    { cancelled: december(12), to: december(12), so: 'all of it was served' },
    { cancelled: december(20), to: december(12), so: 'all of it was served' },
  ])(
    'of a cover from 10 to 12 December, cancelled at $cancelled: $so',
    ({ cancelled, to }) => {
      const cover = storedCover({ state: 'cancelled', answeredAt: cancelled });
      expect(servedPart(cover)).toEqual(to && { ...cover, to });
    },
  );
});
