import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { PipelinesClient } from '@techflow/backstage-plugin-pipelines-common';
import { pipelinesApiRef } from '../api';

const pipelinesApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: pipelinesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new PipelinesClient(deps),
    }),
});

export const apis = [pipelinesApi];
