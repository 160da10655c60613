import { JsonObject, JsonValue } from '@backstage/types';
import { z } from 'zod';
import { API_VERSION, PipelinesKind } from '../constants';
import { escalationPolicySpecSchema } from '../kinds/escalationPolicy';
import { pipelineSpecSchema } from '../kinds/pipeline';
import { rotationSpecSchema } from '../kinds/rotation';
import { runbookSpecSchema } from '../kinds/runbook';

/** The zod schema of each kind's spec: the one source of all else. */
export const SPEC_SCHEMAS = {
  Pipeline: pipelineSpecSchema,
  Rotation: rotationSpecSchema,
  Runbook: runbookSpecSchema,
  EscalationPolicy: escalationPolicySpecSchema,
} as const satisfies Record<PipelinesKind, z.ZodType>;

/** The part of JSON Schema (draft 7) that our zod schemas turn into. */
export interface SchemaNode {
  type?: string;
  description?: string;
  /** What is allowed, in words; ours, not JSON Schema's. */
  allowed?: string;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode | SchemaNode[];
  anyOf?: SchemaNode[];
  oneOf?: SchemaNode[];
}

const nodes = new Map<PipelinesKind, SchemaNode>();

/** The spec of a kind as a tree of plain data, with descriptions and defaults. */
export function specSchemaNode(kind: PipelinesKind): SchemaNode {
  let node = nodes.get(kind);
  if (!node) {
    node = z.toJSONSchema(SPEC_SCHEMAS[kind], {
      target: 'draft-7',
      io: 'input',
    }) as SchemaNode;
    nodes.set(kind, node);
  }
  return node;
}

/** The schema without our own keyword, which a strict validator would refuse. */
function withoutOwnWords(node: JsonValue): JsonValue {
  if (Array.isArray(node)) return node.map(withoutOwnWords);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, inner]) =>
      inner === undefined ||
      key === '$schema' ||
      (key === 'allowed' && typeof inner === 'string')
        ? []
        : [[key, withoutOwnWords(inner)]],
    ),
  );
}

/**
 * The JSON Schema (draft 7) of a kind, in the form that the catalog's own
 * validator and its model layers read: the stock `Entity`, narrowed to our
 * `apiVersion`, `kind` and spec. Derived from the zod schema. What JSON Schema
 * cannot say (a valid cron, unique ids) only {@link checkEntity} checks.
 *
 * @public
 */
export function entityJsonSchema(kind: PipelinesKind): JsonObject {
  const spec: JsonValue = JSON.parse(JSON.stringify(specSchemaNode(kind)));
  return {
    $schema: 'http://json-schema.org/draft-07/schema',
    $id: `${kind}V1alpha1`,
    description: `${kind} of techflow.io/v1alpha1`,
    allOf: [
      { $ref: 'Entity' },
      {
        type: 'object',
        required: ['spec'],
        properties: {
          apiVersion: { enum: [API_VERSION] },
          kind: { enum: [kind] },
          spec: withoutOwnWords(spec),
        },
      },
    ],
  };
}
