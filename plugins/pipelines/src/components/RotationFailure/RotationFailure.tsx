import { RotationEntity } from '@techflow/backstage-plugin-pipelines-common';
import { fullRef } from '../../entities';
import { EntityNames } from '../EntityNames';
import { LoadFailure } from '../LoadFailure';

/** Something about a rotation could not be fetched; names its owner as the one to ask. */
export function RotationFailure(props: {
  rotation: RotationEntity;
  error: Error;
  /** What was asked for, such as "which shifts there are". */
  what: string;
  onRetry: () => void;
}) {
  const { rotation, error, what, onRetry } = props;
  const ownerRef = fullRef(rotation.spec.owner, {
    kind: 'Group',
    from: rotation,
  });
  return (
    <LoadFailure
      error={error}
      what={what}
      onRetry={onRetry}
      whenNotAllowed={
        <>
          Ask <EntityNames refs={[ownerRef]} />, or whoever looks after this
          portal, for the permission pipelines.rotation.read.
        </>
      }
      whenNotFound={{
        title: 'The backend does not know this rotation yet.',
        description:
          'It reads the catalog every few minutes. Check the entity for errors, then try again.',
      }}
    />
  );
}
