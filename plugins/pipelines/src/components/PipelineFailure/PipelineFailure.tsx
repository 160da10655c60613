import { ComponentProps } from 'react';
import {
  PipelineEntity,
  pipelineReadPermission,
} from '@techflow/backstage-plugin-pipelines-common';
import { EntityFailure } from '../EntityFailure';

type Failure = ComponentProps<typeof EntityFailure>;

/** Something about a pipeline could not be fetched, such as "which runs there were". */
export function PipelineFailure(
  props: Pick<Failure, 'error' | 'what' | 'onRetry'> & {
    pipeline: PipelineEntity;
  },
) {
  const { pipeline, ...failure } = props;
  return (
    <EntityFailure
      {...failure}
      entity={pipeline}
      noun="pipeline"
      permission={pipelineReadPermission.name}
    />
  );
}
