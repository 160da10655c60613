import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import { parse } from 'yaml';

/** `openapi.yaml`, as an adopter reads it. */
export const document = parse(
  readFileSync(require.resolve('../../../openapi.yaml'), 'utf8'),
);

/** Says whether a body is as a schema of the document has it, and why not. */
export function validatorOf(schema: string) {
  const ajv = new Ajv({
    strict: false,
    formats: { date: true, 'date-time': true, uri: true, uuid: true },
  });
  ajv.addSchema(document, 'openapi.yaml');
  const validate = ajv.compile({
    $ref: `openapi.yaml#/components/schemas/${schema}`,
  });
  return (body: unknown) => ({ ok: validate(body), errors: validate.errors });
}

interface Described {
  headers?: Record<string, object>;
  content?: Record<string, { schema: { $ref: string } }>;
  $ref?: string;
}

/** What the document says of an answer of a route; undefined if nothing. */
export function describedAnswer(
  method: 'get' | 'post',
  path: string,
  status: number,
): { headers: string[]; schema?: string } | undefined {
  const responses: Record<string, Described> =
    document.paths[path][method].responses;
  const told = responses[String(status)];
  if (!told) return undefined;
  const shared: Record<string, Described> = document.components.responses;
  const answer = told.$ref ? shared[nameIn(told.$ref)] : told;
  const schema = answer.content?.['application/json'].schema.$ref;
  return {
    headers: Object.keys(answer.headers ?? {}),
    ...(schema && { schema: nameIn(schema) }),
  };
}

function nameIn(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
