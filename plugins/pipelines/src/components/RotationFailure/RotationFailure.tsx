import { ComponentProps } from 'react';
import {
  RotationEntity,
  rotationReadPermission,
} from '@techflow/backstage-plugin-pipelines-common';
import { EntityFailure } from '../EntityFailure';

type Failure = ComponentProps<typeof EntityFailure>;

/** Something about a rotation could not be fetched, such as "which shifts there are". */
export function RotationFailure(
  props: Pick<Failure, 'error' | 'what' | 'onRetry'> & {
    rotation: RotationEntity;
  },
) {
  const { rotation, ...failure } = props;
  return (
    <EntityFailure
      {...failure}
      entity={rotation}
      noun="rotation"
      permission={rotationReadPermission.name}
    />
  );
}
