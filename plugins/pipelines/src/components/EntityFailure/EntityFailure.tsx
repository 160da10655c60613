import { Entity } from '@backstage/catalog-model';
import { fullRef } from '../../entities';
import { EntityNames } from '../EntityNames';
import { LoadFailure } from '../LoadFailure';

/**
 * Something about an entity of ours could not be fetched; names its owner as the
 * one to ask.
 */
export function EntityFailure(props: {
  entity: Entity & { spec: { owner: string } };
  /** What it is called, such as "rotation". */
  noun: string;
  /** Name of the permission that reading takes. */
  permission: string;
  error: Error;
  /** What was asked for, such as "which shifts there are". */
  what: string;
  onRetry: () => void;
}) {
  const { entity, noun, permission, error, what, onRetry } = props;
  const ownerRef = fullRef(entity.spec.owner, { kind: 'Group', from: entity });
  return (
    <LoadFailure
      error={error}
      what={what}
      onRetry={onRetry}
      whenNotAllowed={
        <>
          Ask <EntityNames refs={[ownerRef]} />, or whoever looks after this
          portal, for the permission {permission}.
        </>
      }
      whenNotFound={{
        title: `The backend does not know this ${noun} yet.`,
        description:
          'It reads the catalog every few minutes. Check the entity for errors, then try again.',
      }}
    />
  );
}
