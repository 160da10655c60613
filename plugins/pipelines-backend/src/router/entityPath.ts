import { stringifyEntityRef } from '@backstage/catalog-model';
import type { PipelinesKind } from '@techflow/backstage-plugin-pipelines-common';
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

const refParams = z.object({ namespace: part, name: part });

const idParams = z.object({
  id: z.guid({ error: 'must be an id, as answered by the API' }),
});

function refIn(kind: PipelinesKind, { params }: express.Request): string {
  const { namespace, name } = parse(refParams, params);
  return stringifyEntityRef({ kind, namespace, name });
}

/**
 * Full reference of the Rotation in `/{namespace}/{name}`.
 *
 * @throws InputError if they cannot be parts of a reference
 */
export function rotationRefIn(request: express.Request): string {
  return refIn('Rotation', request);
}

/**
 * Full reference of the Pipeline in `/{namespace}/{name}`.
 *
 * @throws InputError if they cannot be parts of a reference
 */
export function pipelineRefIn(request: express.Request): string {
  return refIn('Pipeline', request);
}

/**
 * The id in `/{id}`.
 *
 * @throws InputError if it cannot be one
 */
export function idIn({ params }: express.Request): string {
  return parse(idParams, params).id.toLocaleLowerCase('en-US');
}
