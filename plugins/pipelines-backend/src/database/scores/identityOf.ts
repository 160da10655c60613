import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { PipelineSpec } from '@techflow/backstage-plugin-pipelines-common';
import { PipelineIdentity } from './PortfolioStore';

/** Whose a pipeline is and how critical, by what its spec says. */
export function identityOf(options: {
  /** Full entity reference. */
  ref: string;
  title?: string;
  spec: Pick<PipelineSpec, 'owner' | 'system' | 'criticality'>;
}): PipelineIdentity {
  const { ref, title, spec } = options;
  const { owner, system, criticality } = spec;
  const { namespace } = parseEntityRef(ref);
  const full = (name: string, defaultKind: string) =>
    stringifyEntityRef(
      parseEntityRef(name, { defaultKind, defaultNamespace: namespace }),
    );
  return {
    ref,
    ...(title && { title }),
    owner: full(owner, 'Group'),
    ...(system && { system: full(system, 'System') }),
    criticality,
  };
}
