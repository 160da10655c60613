import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { pipelinesApiRef } from '../api';
import { announceRotationUpdate } from './rotationUpdates';
import { Saving, useSaving } from './useSaving';

/** Accepts, declines or cancels a change, and tells the other cards. */
export function useAnswerSwap(change: {
  rotationRef: string;
  id: string;
}): Saving<['accept' | 'decline' | 'cancel']> {
  const { rotationRef, id } = change;
  const pipelinesApi = useApi(pipelinesApiRef);
  return useSaving(
    useCallback(
      async (answer: 'accept' | 'decline' | 'cancel') => {
        try {
          await pipelinesApi.answerChange({ rotationRef, id, answer });
        } finally {
          // Refused or not, what is shown here may be stale.
          announceRotationUpdate(rotationRef);
        }
      },
      [pipelinesApi, rotationRef, id],
    ),
  );
}
