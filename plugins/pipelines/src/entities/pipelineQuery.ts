import { FilterPredicate } from '@backstage/filter-predicates';
import { API_VERSION } from '@techflow/backstage-plugin-pipelines-common';

/**
 * The catalog's query for Pipelines that meet all conditions. Others may have a
 * kind called Pipeline too, so `apiVersion` is asked for as well.
 */
export function pipelinesThat(
  ...conditions: FilterPredicate[]
): FilterPredicate {
  return {
    $all: [{ kind: 'Pipeline', apiVersion: API_VERSION }, ...conditions],
  };
}

/** The condition of having a relation to any of some entities. */
export function relatedTo(
  type: string,
  refs: readonly string[],
): FilterPredicate {
  // The catalog refuses an empty `$in`; an empty `$any` is "nothing passes".
  return refs.length
    ? { relations: { $contains: { type, targetRef: { $in: [...refs] } } } }
    : { $any: [] };
}
