import { z } from 'zod';
import { hashOf } from '../hashOf';
import { LONGEST_DIMENSION } from '../measurements/newMeasurement';
import { oneLine } from '../measurements/oneLine';
import { tooOld } from '../measurements/refusal';
import { toolTime } from '../measurements/toolTime';

/*
 * What the files of dbt have in common. They name their schema by an address
 * with a version. The version is not asked for: fields came and were renamed
 * over the years, those that are read here did not.
 */
const SCHEMA = /\/dbt\/([a-z-]+)\/v\d/;
const MOST_RESULTS = 50_000;

/** `unique_id` of a node; it becomes a dimension. */
export const nodeId = oneLine({ longest: LONGEST_DIMENSION }).min(1);

/** In lower case: dbt 2 writes `Pass` where dbt 1 wrote `pass`. */
export const status = z
  .string()
  .max(100)
  .transform(text => text.trim().toLocaleLowerCase('en-US'));

const metadataSchema = z.object({
  generated_at: toolTime,
  // Null where dbt was told to send no statistics, in old versions.
  invocation_id: oneLine({ longest: 200 }).min(1).nullish(),
  dbt_version: z.string().nullish().catch(null),
});

/** When and by which call of dbt a file was written. */
export type Metadata = z.output<typeof metadataSchema>;

/** The outer form of a file of dbt, which must be of one of the schemas named. */
export function artifact(options: { schemas: readonly string[] }) {
  const { schemas } = options;
  const isOfSchema = (address: unknown) => {
    const [, schema] = SCHEMA.exec(String(address)) ?? [];
    return schema === undefined || schemas.includes(schema);
  };
  return z.object({
    metadata: metadataSchema.extend({
      dbt_schema_version: z
        .string()
        .nullish()
        .refine(isOfSchema, `must be of the schema ${schemas.join(' or ')}`),
    }),
    results: z.array(z.unknown()).max(MOST_RESULTS),
  });
}

/** A file whose time is one of which something is kept. */
export function notOlder<T extends z.ZodType<{ metadata: Metadata }>>(
  file: T,
  oldest: Date,
): T {
  return file.refine(({ metadata }) => metadata.generated_at >= oldest, {
    path: ['metadata', 'generated_at'],
    error: tooOld(oldest),
  });
}

/** Names the result of a node: the same file sent twice says the same once. */
export function keyOf(metadata: Metadata, node: string): string {
  const { invocation_id: id, generated_at: at } = metadata;
  return hashOf(id ?? at.toISOString(), node);
}
