import { createApiRef } from '@backstage/core-plugin-api';
import type { PipelinesApi } from '@techflow/backstage-plugin-pipelines-common';

/**
 * Asks the pipelines backend who is on call.
 *
 * @public
 */
export const pipelinesApiRef = createApiRef<PipelinesApi>({
  id: 'plugin.pipelines.service',
});
