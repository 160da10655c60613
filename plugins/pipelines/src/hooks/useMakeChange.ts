import { useApi } from '@backstage/core-plugin-api';
import {
  NewRotationChange,
  RotationChangePreview,
} from '@techflow/backstage-plugin-pipelines-common';
import { useCallback } from 'react';
import { pipelinesApiRef } from '../api';
import { announceRotationUpdate } from './rotationUpdates';
import { Loaded, useLoaded } from './useLoaded';
import { Saving, useSaving } from './useSaving';

/** What a change would do; undefined until a change is chosen. */
export function useChangePreview(
  rotationRef: string,
  change: NewRotationChange | undefined,
): Loaded<RotationChangePreview | undefined> {
  const pipelinesApi = useApi(pipelinesApiRef);
  return useLoaded(`${rotationRef} ${JSON.stringify(change)}`, async () =>
    change ? pipelinesApi.previewChange({ rotationRef, change }) : undefined,
  );
}

/** Makes a change, and tells the other cards of the rotation. */
export function useMakeChange(
  rotationRef: string,
  onDone: () => void,
): Saving<[NewRotationChange]> {
  const pipelinesApi = useApi(pipelinesApiRef);
  return useSaving(
    useCallback(
      async (change: NewRotationChange) => {
        await pipelinesApi.makeChange({ rotationRef, change });
        announceRotationUpdate(rotationRef);
        onDone();
      },
      [pipelinesApi, rotationRef, onDone],
    ),
  );
}
