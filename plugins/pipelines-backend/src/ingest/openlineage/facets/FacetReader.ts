import { z } from 'zod';
import { inOurWords, issueSentence } from '../../issueSentence';
import { Facets } from '../event';

/**
 * Reads facets of one event. A facet that breaks its form is left out and noted;
 * the event is kept.
 */
export class FacetReader {
  readonly #dropped: string[] = [];

  /** What was left out, a sentence each. */
  get dropped(): readonly string[] {
    return this.#dropped;
  }

  /** The facet of a key, if it is there, not deleted and of the right form. */
  read<T extends z.ZodType>(
    facets: Facets,
    key: string,
    schema: T,
    path: readonly PropertyKey[],
  ): z.output<T> | undefined {
    const facet = facets?.[key];
    if (facet === undefined || facet === null) return undefined;
    if (isDeleted(facet)) return undefined;
    const result = schema.safeParse(facet, { error: inOurWords });
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    this.#dropped.push(issueSentence(issue, facet, [...path, key]));
    return undefined;
  }
}

function isDeleted(facet: unknown): boolean {
  return (
    typeof facet === 'object' &&
    facet !== null &&
    Reflect.get(facet, '_deleted') === true
  );
}
