import {
  Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import {
  checkEntity,
  EntityFault,
  isPipelinesEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import path from 'node:path';
import { matchesFaults } from './matches';
import { resolvePlaceholders } from './placeholders';
import { findFiles, Position, readSources, Source } from './sources';

/**
 * A fault of an entity file, and where it stands.
 *
 * @public
 */
export interface FileFault {
  /** The file, as it was named. */
  file: string;
  /** Counts from 1. */
  line: number;
  /** Counts from 1. */
  column: number;
  /** What was found, and what is allowed. */
  message: string;
}

/**
 * What a check of files found.
 *
 * @public
 */
export interface ValidationResult {
  /** How many entities of our kinds were checked. */
  checked: number;
  /** In the order of the files. */
  faults: FileFault[];
}

/** The catalog's own rules for every entity: form of names, labels, root keys. */
const envelope = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

function isOurs(content: unknown): content is Entity {
  return (
    typeof content === 'object' &&
    content !== null &&
    'apiVersion' in content &&
    typeof content.apiVersion === 'string' &&
    isPipelinesEntity({
      kind: '',
      metadata: { name: '' },
      ...content,
    } as Entity)
  );
}

async function envelopeFaults(entity: Entity): Promise<EntityFault[]> {
  try {
    await envelope.enforce(entity);
    return [];
  } catch (error) {
    return [{ path: ['metadata'], message: toError(error).message }];
  }
}

async function readOurs(source: Source): Promise<Entity | undefined> {
  if (!isOurs(source.content)) return undefined;
  const folder = path.dirname(source.file);
  return (await resolvePlaceholders(source.content, folder)) as Entity;
}

function located(message: string, position: Position): FileFault {
  return { ...position, message };
}

/**
 * Checks entity files the way the catalog will, and finds the line and column
 * of each fault. Entities of other kinds are passed over.
 *
 * @public
 * @param names - YAML files, or folders to search for them
 * @throws Error when a file cannot be read
 */
export async function validateFiles(
  names: readonly string[],
): Promise<ValidationResult> {
  const files = await findFiles(names);
  const sources = (await Promise.all(files.map(readSources))).flat();
  const read = await Promise.all(
    sources.map(async source => ({ source, entity: await readOurs(source) })),
  );
  const ours = read.flatMap(({ source, entity }) =>
    entity ? [{ source, entity }] : [],
  );
  const faultsOf = await Promise.all(
    ours.map(async ({ entity }) => [
      ...(await envelopeFaults(entity)),
      ...checkEntity(entity),
    ]),
  );
  const sound = ours
    .filter((_, index) => faultsOf[index].length === 0)
    .map(({ entity }) => entity);

  const faults = [
    ...sources.flatMap(({ syntaxErrors }) =>
      syntaxErrors.map(({ message, position }) => located(message, position)),
    ),
    ...ours.flatMap(({ source, entity }, index) =>
      [
        ...faultsOf[index],
        ...(sound.includes(entity) ? matchesFaults(entity, sound) : []),
      ].map(({ message, path: at }) => located(message, source.positionOf(at))),
    ),
  ];
  return { checked: ours.length, faults };
}
