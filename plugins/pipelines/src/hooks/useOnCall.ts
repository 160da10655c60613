import { OnCall } from '@techflow/backstage-plugin-pipelines-common';
import { useEffect } from 'react';
import { Loaded } from './useLoaded';
import { useOfRotation } from './useOfRotation';

/**
 * Who is on call in a rotation, asked again when duty changes hands so that an
 * open page stays true.
 */
export function useOnCall(options: {
  rotationRef: string;
  now: number;
}): Loaded<OnCall> {
  const { rotationRef, now } = options;
  const onCall = useOfRotation(rotationRef, 'on call', pipelinesApi =>
    pipelinesApi.getOnCall({ rotationRef }),
  );

  const handoff =
    onCall.state === 'ready'
      ? onCall.value.current?.end ?? onCall.value.next.start
      : undefined;
  const reload = onCall.state === 'ready' ? onCall.reload : undefined;
  useEffect(() => {
    if (handoff && reload && Date.parse(handoff) <= now) reload();
  }, [handoff, now, reload]);

  return onCall;
}
