import { Entity, entityKindSchemaValidator } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { PIPELINE_KINDS } from '../constants';
import {
  escalationPolicy,
  pipeline,
  rotation,
  runbook,
  withMonitor,
  withObjective,
} from '../__testUtils__/entities';
import { entityJsonSchema } from './jsonSchema';
import { structureFaults } from './structure';

const samples: Record<(typeof PIPELINE_KINDS)[number], () => Entity> = {
  Pipeline: pipeline,
  Rotation: rotation,
  Runbook: runbook,
  EscalationPolicy: escalationPolicy,
};

/** All entities that differ from a good one by one value or key of its spec, at any depth. */
function mutants(spec: JsonObject): JsonObject[] {
  const found: JsonObject[] = [];
  const walk = (node: unknown, replace: (next: unknown) => unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      const change = (next: unknown) =>
        replace(
          Array.isArray(node)
            ? node.map((item, i) => (String(i) === key ? next : item))
            : { ...node, [key]: next },
        );
      found.push(change(['']) as JsonObject, change(-1.5) as JsonObject);
      walk(Reflect.get(node, key), change);
    }
    if (!Array.isArray(node)) {
      found.push(replace({ ...node, unheardOf: 1 }) as JsonObject);
      for (const key of Object.keys(node)) {
        const { [key]: _, ...rest } = node as JsonObject;
        found.push(replace(rest) as JsonObject);
      }
    }
  };
  walk(spec, next => next);
  return found;
}

function accepts(entity: Entity): boolean {
  const kind = PIPELINE_KINDS.find(known => known === entity.kind)!;
  try {
    return entityKindSchemaValidator(entityJsonSchema(kind))(entity) === entity;
  } catch {
    return false;
  }
}

describe('the JSON Schema of each kind', () => {
  it.each(PIPELINE_KINDS)('accepts a good %s', kind => {
    expect(accepts(samples[kind]())).toBe(true);
  });

  it.each([
    ...PIPELINE_KINDS.map(kind => samples[kind]()),
    withObjective({ id: 'a', type: 'ratio', metric: 'm', target: 99.9 }),
    withMonitor({ id: 'a', type: 'range', metric: 'm', mustBeBetween: [0, 1] }),
  ])('says the same of structure as the zod schema: $kind', entity => {
    const kind = PIPELINE_KINDS.find(known => known === entity.kind)!;
    const all = mutants(entity.spec!);
    expect(all.length).toBeGreaterThan(10);
    for (const spec of all) {
      const byZod = structureFaults(kind, spec).length === 0;
      expect({ spec, accepted: accepts({ ...entity, spec }) }).toEqual({
        spec,
        accepted: byZod,
      });
    }
  });

  it('carries no keyword that a strict validator does not know', () => {
    expect(JSON.stringify(entityJsonSchema('Pipeline'))).not.toContain(
      '"allowed"',
    );
  });
});
