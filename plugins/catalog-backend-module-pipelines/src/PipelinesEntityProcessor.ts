import {
  CompoundEntityRef,
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  checkEntity,
  isPipelineEntity,
  isPipelinesEntity,
  relationsOf,
} from '@techflow/backstage-plugin-pipelines-common';

/**
 * Checks entities of our kinds and emits their relations, in both directions.
 *
 * Runs for every entity on every loop of the catalog, so it does no I/O and
 * leaves entities of other kinds at the first glance.
 */
export class PipelinesEntityProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'PipelinesEntityProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    if (!isPipelineEntity(entity) || !Array.isArray(entity.spec?.dependsOn)) {
      return entity;
    }
    // The order says nothing here; sorted, the entity's hash stays the same
    // when somebody only moves lines, and nothing is stitched again.
    return {
      ...entity,
      spec: { ...entity.spec, dependsOn: [...entity.spec.dependsOn].sort() },
    };
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (!isPipelinesEntity(entity)) return false;
    const faults = checkEntity(entity);
    if (faults.length > 0) {
      throw new InputError(faults.map(({ message }) => message).join('\n'));
    }
    return true;
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const self: CompoundEntityRef = getCompoundEntityRef(entity);
    for (const { ref, defaultKind, forward, reverse } of relationsOf(entity)) {
      const target = parseEntityRef(ref, {
        defaultKind,
        defaultNamespace: self.namespace,
      });
      emit(processingResult.relation({ source: self, type: forward, target }));
      emit(
        processingResult.relation({
          source: target,
          type: reverse,
          target: self,
        }),
      );
    }
    return entity;
  }
}
