import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  EntityFault,
  isPipelineEntity,
  isRunbookEntity,
  PipelineEntity,
  RunbookEntity,
} from '@techflow/backstage-plugin-pipelines-common';

const LISTS = ['monitors', 'objectives'] as const;

function idsOf(
  pipelines: PipelineEntity[],
  list: (typeof LISTS)[number],
): Set<string> {
  return new Set(
    pipelines.flatMap(
      ({ spec }) =>
        (list === 'monitors' ? spec.monitors : spec.sla?.objectives ?? [])?.map(
          ({ id }) => id,
        ) ?? [],
    ),
  );
}

function usesRunbook(
  pipeline: PipelineEntity,
  runbook: RunbookEntity,
): boolean {
  const { runbook: ref } = pipeline.spec;
  if (!ref) return false;
  const target = parseEntityRef(ref, {
    defaultKind: 'Runbook',
    defaultNamespace: pipeline.metadata.namespace ?? 'default',
  });
  return stringifyEntityRef(target) === stringifyEntityRef(runbook);
}

/**
 * Monitors and objectives that a runbook's rows answer, and that no pipeline of
 * that runbook has. Only of use where the pipelines stand beside the runbook: a
 * runbook that none of the given pipelines uses is not judged.
 */
export function matchesFaults(
  runbook: Entity,
  entities: readonly Entity[],
): EntityFault[] {
  if (!isRunbookEntity(runbook)) return [];
  const pipelines = entities
    .filter(isPipelineEntity)
    .filter(pipeline => usesRunbook(pipeline, runbook));
  if (pipelines.length === 0) return [];

  return LISTS.flatMap(list => {
    const known = idsOf(pipelines, list);
    return runbook.spec.rows.flatMap((row, rowIndex) =>
      (row.matches?.[list] ?? []).flatMap((id, index) =>
        known.has(id)
          ? []
          : [
              {
                path: ['spec', 'rows', rowIndex, 'matches', list, index],
                message: `spec.rows[${rowIndex}].matches.${list}[${index}] is "${id}"; no pipeline of this runbook has it. They have: ${
                  [...known].join(', ') || 'none'
                }.`,
              },
            ],
      ),
    );
  });
}
