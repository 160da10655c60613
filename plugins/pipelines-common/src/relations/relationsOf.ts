import { Entity } from '@backstage/catalog-model';
import { PIPELINE_KINDS } from '../constants';
import { isEscalationPolicyEntity, isRunbookEntity } from '../kinds/entities';
import { isPipelinesEntity } from '../schema/checkEntity';
import { ESCALATION_TARGET, RELATION_FIELDS, RelationField } from './fields';

/**
 * A relation that the spec of an entity asks for, to be made in both
 * directions.
 *
 * @public
 */
export interface SpecRelation {
  /** The entity named, as the spec writes it. */
  ref: string;
  /** Kind of that entity when `ref` says none. */
  defaultKind: string;
  /** Relation type from the entity to the one named. */
  forward: string;
  /** Relation type back. */
  reverse: string;
}

function relations(
  { forward, reverse, kinds }: Omit<RelationField, 'field'>,
  refs: unknown,
): SpecRelation[] {
  const list = Array.isArray(refs) ? refs : [refs];
  const named = list.filter(ref => typeof ref === 'string');
  return [...new Set<string>(named)].map(ref => ({
    ref,
    defaultKind: kinds[0],
    forward,
    reverse,
  }));
}

function escalationTargets(entity: Entity): string[] {
  if (isRunbookEntity(entity)) {
    return entity.spec.rows.flatMap(row => row.escalateTo ?? []);
  }
  if (isEscalationPolicyEntity(entity)) {
    return entity.spec.levels.flatMap(level =>
      level.targets.flatMap(target => ('ref' in target ? [target.ref] : [])),
    );
  }
  return [];
}

/**
 * All relations that the spec of a valid entity of our kinds asks for; none for
 * any other entity.
 *
 * @public
 */
export function relationsOf(entity: Entity): SpecRelation[] {
  const kind = PIPELINE_KINDS.find(known => known === entity.kind);
  if (!kind || !isPipelinesEntity(entity)) return [];
  return [
    ...RELATION_FIELDS[kind].flatMap(field =>
      relations(field, entity.spec?.[field.field]),
    ),
    ...relations(ESCALATION_TARGET, escalationTargets(entity)),
  ];
}
