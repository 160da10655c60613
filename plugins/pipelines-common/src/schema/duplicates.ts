import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { EntityFault, fault, FaultPath } from './fault';

/** A reference in its full form, so that two spellings of one entity are seen as the same. */
export function sameRef(ref: string, defaultKind: string): string {
  return stringifyEntityRef(
    parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
  );
}

/** A fault for each value that stood earlier in the list already. */
export function duplicateFaults(
  values: string[],
  pathOf: (index: number) => FaultPath,
): EntityFault[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index
      ? [
          fault({
            path: pathOf(index),
            found: value,
            allowed: `given once only; it stands at position ${
              values.indexOf(value) + 1
            } of the list already`,
          }),
        ]
      : [],
  );
}
