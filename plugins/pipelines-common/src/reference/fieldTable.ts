import { SchemaNode } from '../schema/jsonSchema';

/** A union told apart by `type`, to be described on its own. */
export interface Variants {
  /** Where it stands, such as `sla.objectives[]`. */
  path: string;
  branches: SchemaNode[];
}

/** A table of fields, and the unions found on the way that need tables of their own. */
export interface FieldTable {
  rows: string[];
  variants: Variants[];
}

const HEADER = ['| Field | Value | Default | Meaning |', '|---|---|---|---|'];

function escape(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}

function valueWords(node: SchemaNode): string {
  if (node.allowed) return node.allowed;
  if (node.const !== undefined) return `\`${node.const}\``;
  if (node.enum) return node.enum.map(word => `\`${word}\``).join(', ');
  if (node.properties) return 'an object';
  if (node.type === 'array' && !Array.isArray(node.items) && node.items) {
    const { properties, oneOf, anyOf } = node.items;
    return properties || oneOf || anyOf
      ? 'a list of objects'
      : `a list; each is ${valueWords(node.items)}`;
  }
  if (node.type === 'integer') return 'a whole number';
  return `a ${node.type ?? 'value'}`;
}

function row(path: string, node: SchemaNode, required: boolean): string {
  const fallback =
    node.default === undefined ? '' : `\`${JSON.stringify(node.default)}\``;
  return `| ${[
    `\`${path}\`${required ? ' **required**' : ''}`,
    escape(valueWords(node)),
    fallback,
    escape(node.description ?? ''),
  ].join(' | ')} |`;
}

function collect(node: SchemaNode, prefix: string, into: FieldTable): void {
  for (const [key, field] of Object.entries(node.properties ?? {})) {
    const path = prefix ? `${prefix}.${key}` : key;
    into.rows.push(row(path, field, node.required?.includes(key) ?? false));
    const inner = Array.isArray(field.items) ? undefined : field.items;
    const branches = inner?.oneOf ?? inner?.anyOf;
    if (branches) into.variants.push({ path: `${path}[]`, branches });
    else if (inner) collect(inner, `${path}[]`, into);
    else collect(field, path, into);
  }
}

/** Describes the fields of an object, nested objects included. */
export function fieldTable(node: SchemaNode): FieldTable {
  const table: FieldTable = { rows: [...HEADER], variants: [] };
  collect(node, '', table);
  return table;
}
