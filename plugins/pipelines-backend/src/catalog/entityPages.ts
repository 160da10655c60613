import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { PipelinesKind } from '@techflow/backstage-plugin-pipelines-common';

const PAGE = 100;

/** All entities of a kind as the plugin itself sees them, page by page. */
export async function* entityPages(options: {
  auth: AuthService;
  catalog: CatalogService;
  kind: PipelinesKind;
  /** Which fields to read; all if absent. */
  fields?: string[];
  signal?: AbortSignal;
}): AsyncGenerator<Entity[]> {
  const { auth, catalog, kind, fields, signal } = options;
  let cursor: string | undefined;
  do {
    const credentials = await auth.getOwnServiceCredentials();
    const { items, pageInfo } = await catalog.queryEntities(
      cursor === undefined
        ? { filter: { kind }, fields, limit: PAGE }
        : { cursor, limit: PAGE },
      { credentials },
    );
    yield items;
    cursor = pageInfo.nextCursor;
  } while (cursor !== undefined && !signal?.aborted);
}
