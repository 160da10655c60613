import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/**
 * The full form of a reference that stands in an entity's spec. A name alone is
 * looked for beside that entity, in its own namespace.
 */
export function fullRef(
  ref: string,
  options: { kind: string; from: Entity },
): string {
  return stringifyEntityRef(
    parseEntityRef(ref, {
      defaultKind: options.kind,
      defaultNamespace: options.from.metadata.namespace ?? DEFAULT_NAMESPACE,
    }),
  );
}

/** The same, of a reference that may be left out. */
export function optionalFullRef(
  ref: string | undefined,
  options: { kind: string; from: Entity },
): string | undefined {
  return ref === undefined ? undefined : fullRef(ref, options);
}
