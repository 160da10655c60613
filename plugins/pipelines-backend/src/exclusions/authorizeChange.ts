import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { PipelineEntity } from '@techflow/backstage-plugin-pipelines-common';
import { PipelineAccess } from '../pipelines/PipelineAccess';

/** Who says what may be read, and what may be changed. */
export interface ChangeAccess {
  pipelines: Pick<PipelineAccess, 'authorize'>;
  permissions: PermissionsService;
}

/**
 * The pipeline, if he may see it and the policy lets him do this to it. Whoever
 * may not see it does not learn what he may do.
 *
 * @param options - `deed` ends the sentence "The permission policy does not let
 *   you …"
 * @throws NotFoundError, NotAllowedError
 */
export async function authorizeChange(
  { pipelines, permissions }: ChangeAccess,
  options: {
    ref: string;
    credentials: BackstageCredentials;
    permission: ResourcePermission;
    deed: string;
  },
): Promise<PipelineEntity> {
  const { ref, credentials, permission, deed } = options;
  const entity = await pipelines.authorize({ ref, credentials });
  const [{ result }] = await permissions.authorize(
    [{ permission, resourceRef: ref }],
    { credentials },
  );
  if (result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`The permission policy does not let you ${deed}`);
  }
  return entity;
}
