import { SwapChange } from '@techflow/backstage-plugin-pipelines-common';
import { Loaded } from './useLoaded';
import { useOfRotation } from './useOfRotation';

/** More than this are never open at once in a team; the calendar marks those. */
const LIMIT = 100;

/** Swaps that wait for an answer, newest first. */
export function useOpenSwaps(rotationRef: string): Loaded<SwapChange[]> {
  return useOfRotation(rotationRef, 'open swaps', async pipelinesApi => {
    const { items } = await pipelinesApi.getChanges({
      rotationRef,
      states: ['proposed'],
      limit: LIMIT,
    });
    return items.flatMap(change => (change.type === 'swap' ? [change] : []));
  });
}
