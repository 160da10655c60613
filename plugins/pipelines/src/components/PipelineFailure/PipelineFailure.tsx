import { PipelineEntity } from '@techflow/backstage-plugin-pipelines-common';
import { fullRef } from '../../entities';
import { EntityNames } from '../EntityNames';
import { LoadFailure } from '../LoadFailure';

/** Something about a pipeline could not be fetched; names its owner as the one to ask. */
export function PipelineFailure(props: {
  pipeline: PipelineEntity;
  error: Error;
  /** What was asked for, such as "which runs there were". */
  what: string;
  onRetry: () => void;
}) {
  const { pipeline, error, what, onRetry } = props;
  const ownerRef = fullRef(pipeline.spec.owner, {
    kind: 'Group',
    from: pipeline,
  });
  return (
    <LoadFailure
      error={error}
      what={what}
      onRetry={onRetry}
      whenNotAllowed={
        <>
          Ask <EntityNames refs={[ownerRef]} />, or whoever looks after this
          portal, for the permission pipelines.pipeline.read.
        </>
      }
      whenNotFound={{
        title: 'The backend does not know this pipeline yet.',
        description:
          'It reads the catalog every few minutes. Check the entity for errors, then try again.',
      }}
    />
  );
}
