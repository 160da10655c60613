import { z } from 'zod';
import { PipelinesKind } from '../constants';
import {
  EntityFault,
  fault,
  FaultPath,
  formatPath,
  unknownKeyFault,
} from './fault';
import { SchemaNode, SPEC_SCHEMAS, specSchemaNode } from './jsonSchema';
import { nearMiss } from './nearMiss';

type Issue = z.core.$ZodIssue;

function valueAt(root: unknown, path: FaultPath): unknown {
  let current = root;
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, step);
  }
  return current;
}

/** Of several forms, the one that the value was meant to have: its `type`, or most of its keys. */
function chosenBranch(branches: SchemaNode[], found: unknown): SchemaNode {
  const type = valueAt(found, ['type']);
  const byType = branches.find(
    branch => type !== undefined && branch.properties?.type?.const === type,
  );
  if (byType) return byType;
  const keys =
    typeof found === 'object' && found !== null ? Object.keys(found) : [];
  const known = (branch: SchemaNode) =>
    keys.filter(key => branch.properties?.[key]).length;
  return branches.reduce((best, branch) =>
    known(branch) > known(best) ? branch : best,
  );
}

function nodeAt(root: SchemaNode, spec: unknown, path: FaultPath): SchemaNode {
  let node = root;
  let found = spec;
  for (const step of [...path, undefined]) {
    const branches = node.oneOf ?? node.anyOf;
    if (branches) node = chosenBranch(branches, found);
    if (step === undefined) break;
    const { items } = node;
    const inner = Array.isArray(items) ? items[Number(step)] : items;
    node = (typeof step === 'number' ? inner : node.properties?.[step]) ?? {};
    found = valueAt(found, [step]);
  }
  return node;
}

function allowedWords(node: SchemaNode): string {
  if (node.allowed) return node.allowed;
  if (node.enum) return node.enum.join(', ').replace(/, ([^,]*)$/, ' or $1');
  if (node.properties) {
    return `an object with ${Object.keys(node.properties).join(', ')}`;
  }
  switch (node.type) {
    case 'array':
      return 'a list with at least one entry';
    case 'number':
      return 'a number';
    case 'integer':
      return 'a whole number';
    default:
      return 'what the entity reference says';
  }
}

function candidates(node: SchemaNode): string[] {
  if (node.enum) return node.enum.map(String);
  return node.allowed?.startsWith('an IANA time zone')
    ? Intl.supportedValuesOf('timeZone')
    : [];
}

function issueFaults(
  issue: Issue,
  kind: PipelinesKind,
  spec: unknown,
): EntityFault[] {
  const path = issue.path as FaultPath;
  const found = valueAt(spec, path);
  const node = nodeAt(specSchemaNode(kind), spec, path);
  const at = ['spec', ...path];

  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(node.properties ?? {});
    return issue.keys.map(key =>
      unknownKeyFault({
        path: at,
        key,
        known,
        suggestion: nearMiss(key, known),
      }),
    );
  }
  if (issue.code === 'invalid_union' && 'options' in issue) {
    const options = (issue.options ?? []).map(String);
    return [
      fault({
        path: at,
        found,
        allowed: options.join(', ').replace(/, ([^,]*)$/, ' or $1'),
        suggestion: nearMiss(String(found), options),
      }),
    ];
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const fewest = issue.errors.reduce((best, errors) =>
      errors.length < best.length ? errors : best,
    );
    return fewest.flatMap(inner =>
      issueFaults(
        { ...inner, path: [...issue.path, ...inner.path] },
        kind,
        spec,
      ),
    );
  }
  return [
    fault({
      path: at,
      found,
      allowed: allowedWords(node),
      suggestion:
        typeof found === 'string'
          ? nearMiss(found, candidates(node))
          : undefined,
    }),
  ];
}

/**
 * Keys that are missing only because they are misspelt: that their misspelt form
 * is not known says it all.
 */
function misspeltKeys(
  issues: Issue[],
  kind: PipelinesKind,
  spec: unknown,
): string[] {
  return issues.flatMap(issue => {
    if (issue.code !== 'unrecognized_keys') return [];
    const path = issue.path as FaultPath;
    const known = Object.keys(
      nodeAt(specSchemaNode(kind), spec, path).properties ?? {},
    );
    return issue.keys.flatMap(key => {
      const meant = nearMiss(key, known);
      return meant ? [formatPath([...path, meant])] : [];
    });
  });
}

/** Faults of a spec's structure: unknown keys, missing and malformed values. */
export function structureFaults(
  kind: PipelinesKind,
  spec: unknown,
): EntityFault[] {
  const result = SPEC_SCHEMAS[kind].safeParse(spec);
  if (result.success) return [];
  const { issues } = result.error;
  const misspelt = misspeltKeys(issues, kind, spec);
  return issues
    .filter(
      ({ path }) =>
        valueAt(spec, path as FaultPath) !== undefined ||
        !misspelt.includes(formatPath(path as FaultPath)),
    )
    .flatMap(issue => issueFaults(issue, kind, spec));
}
