import {
  API_VERSION,
  PipelinesKind,
} from '@techflow/backstage-plugin-pipelines-common';

/** Filter for entities of one of our kinds. Others may have a kind called Pipeline too. */
export function ofKind(kind: PipelinesKind) {
  return { kind, apiVersion: API_VERSION };
}
