import {
  Objective,
  ObjectiveSla,
  PipelineSla,
} from '@techflow/backstage-plugin-pipelines-common';

/** What a page needs of a promise's words. */
interface Words {
  id: string;
  type: Objective['type'];
  title: string;
  sentence: string;
}

/** A promise of the spec, one that is judged, or both. */
export type PromiseRow<T extends Words> =
  | {
      id: string;
      title: string;
      type: Objective['type'];
      words: T;
      sla?: ObjectiveSla;
    }
  | {
      id: string;
      title: string;
      type: Objective['type'];
      /** It left the spec: nobody knows its sentence any more. */
      words?: undefined;
      sla: ObjectiveSla;
    };

/**
 * Promises as the spec has them, each with how it stands; after them those that
 * left the spec and were judged in these months.
 */
export function promiseRows<T extends Words>(
  promises: readonly T[],
  sla: Pick<PipelineSla, 'objectives'> | undefined,
): PromiseRow<T>[] {
  const judged = sla?.objectives ?? [];
  const known = new Set(promises.map(({ id }) => id));
  return [
    ...promises.map(words => ({
      id: words.id,
      title: words.title,
      type: words.type,
      words,
      sla: judged.find(({ id }) => id === words.id),
    })),
    ...judged
      .filter(({ id }) => !known.has(id))
      .map(each => ({
        id: each.id,
        title: each.title ?? each.id,
        type: each.type,
        sla: each,
      })),
  ];
}

/** Promises that are judged slot by slot; the others by how long they were kept. */
const BY_SLOT: readonly Objective['type'][] = [
  'delivery',
  'success',
  'resolution',
  'review',
];

/** Whether a promise has slots, each of which is met or missed. */
export function hasSlots(type: Objective['type']): boolean {
  return BY_SLOT.includes(type);
}
