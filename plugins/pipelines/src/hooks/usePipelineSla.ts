import { useApi } from '@backstage/core-plugin-api';
import { PipelineSla } from '@techflow/backstage-plugin-pipelines-common';
import { pipelinesApiRef } from '../api';
import { Live } from './useLive';
import { useSlaLive } from './useSlaLive';

/** How a pipeline keeps its promises, renewed when it is judged anew. */
export function usePipelineSla(
  pipelineRef: string,
  month?: string,
): Live<PipelineSla> {
  const pipelinesApi = useApi(pipelinesApiRef);
  return useSlaLive(
    `${pipelineRef} ${month ?? ''}`,
    () => pipelinesApi.getSla({ pipelineRef, month }),
    { signalIdOf: ({ signalId }) => signalId },
  );
}
