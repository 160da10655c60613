import { createCatalogModelLayer } from '@backstage/catalog-model/alpha';
import { API_VERSION, PIPELINE_KINDS, PipelinesKind } from './constants';
import { RELATION_FIELDS, RelationField } from './relations/fields';
import { entityJsonSchema } from './schema/jsonSchema';

const [GROUP, VERSION] = API_VERSION.split('/');

const DESCRIPTIONS: Record<PipelinesKind, string> = {
  Pipeline:
    'A data pipeline: who owns it, what it promises, what to do when it breaks',
  Rotation: 'People who take on-call duty in turn',
  Runbook: 'Known troubles of pipelines: symptom, actions, escalation',
  EscalationPolicy: 'Who is told about an issue, level by level',
};

/** Pairs that the stock model declares already, so that ours extend them. */
const STOCK_RELATIONS = ['ownedBy', 'partOf', 'dependsOn'];

function titleOf(relation: string): string {
  return relation.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}

function relationField({ field, forward, kinds }: RelationField) {
  return {
    selector: { path: `spec.${field}` },
    relation: forward,
    defaultKind: kinds[0],
    defaultNamespace: 'inherit' as const,
    allowedKinds: [...kinds],
  };
}

/**
 * The four kinds as a layer of the catalog's model (alpha in Backstage). Only
 * for hosts that use model layers: registering any layer changes how the host
 * validates all its kinds. The processor of the catalog module stays needed, for
 * rules that JSON Schema cannot say and for relations named deep in a spec.
 *
 * @alpha
 */
export const pipelinesEntityModel = createCatalogModelLayer({
  layerId: `${GROUP}/kinds-pipelines`,
  builder: model => {
    for (const kind of PIPELINE_KINDS) {
      model.addKind({
        group: GROUP,
        names: {
          kind,
          singular: kind.toLowerCase(),
          plural: kind.endsWith('y')
            ? `${kind.slice(0, -1).toLowerCase()}ies`
            : `${kind.toLowerCase()}s`,
        },
        description: DESCRIPTIONS[kind],
        versions: [
          {
            name: VERSION,
            relationFields: RELATION_FIELDS[kind].map(relationField),
            schema: { jsonSchema: entityJsonSchema(kind) },
          },
        ],
      });
      for (const { forward, reverse, kinds } of RELATION_FIELDS[kind]) {
        const pair = { fromKind: kind, toKind: [...kinds] };
        if (STOCK_RELATIONS.includes(forward)) {
          model.updateRelationPair({
            ...pair,
            forward: { type: forward },
            reverse: { type: reverse },
          });
        } else {
          model.addRelationPair({
            ...pair,
            description: `${kind} ${titleOf(forward)} ${kinds.join(' or ')}`,
            forward: { type: forward, title: titleOf(forward) },
            reverse: { type: reverse, title: titleOf(reverse) },
          });
        }
      }
    }
  },
});
