import { stringifyEntityRef } from '@backstage/catalog-model';
import express from 'express';
import { z } from 'zod';
import { parse } from './parse';

const part = z
  .string()
  .max(63)
  .regex(
    /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i,
    'must be a part of an entity reference',
  );

const rotationParams = z.object({ namespace: part, name: part });

const idParams = z.object({
  id: z.guid({ error: 'must be an id, as answered by the API' }),
});

/**
 * Full reference of the Rotation in `/{namespace}/{name}`.
 *
 * @throws InputError if they cannot be parts of a reference
 */
export function rotationRefIn({ params }: express.Request): string {
  const { namespace, name } = parse(rotationParams, params);
  return stringifyEntityRef({ kind: 'Rotation', namespace, name });
}

/**
 * The id in `/{id}`.
 *
 * @throws InputError if it cannot be one
 */
export function idIn({ params }: express.Request): string {
  return parse(idParams, params).id.toLocaleLowerCase('en-US');
}
