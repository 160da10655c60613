import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  isRotationEntity,
  PipelinesKind,
  RELATION_ROTATES_THROUGH,
} from '@techflow/backstage-plugin-pipelines-common';

const KIND: PipelinesKind = 'Rotation';
const PAGE = 100;

/** References of the rotations that a person takes turns in, as a reader sees them. */
export async function rotationsThrough(options: {
  catalog: CatalogService;
  member: string;
  credentials: BackstageCredentials;
}): Promise<string[]> {
  const { catalog, member, credentials } = options;
  const refs: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, pageInfo } = await catalog.queryEntities(
      cursor === undefined
        ? {
            filter: {
              kind: KIND,
              [`relations.${RELATION_ROTATES_THROUGH}`]: member,
            },
            fields: [
              'apiVersion',
              'kind',
              'metadata.namespace',
              'metadata.name',
            ],
            limit: PAGE,
          }
        : { cursor, limit: PAGE },
      { credentials },
    );
    const rotations = items.filter(isRotationEntity);
    refs.push(...rotations.map(entity => stringifyEntityRef(entity)));
    cursor = pageInfo.nextCursor;
  } while (cursor !== undefined);
  return refs;
}
