import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

const FORM =
  /^(pipeline:)?([a-z0-9][a-z0-9._-]*\/)?[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i;

/** What {@link pipelineRef} takes, for error messages. */
export const PIPELINE_REF =
  'the name of a Pipeline or a reference to it, such as profit or pipeline:default/profit';

/** `[pipeline:][namespace/]name`; in full and in lower case afterwards. */
export const pipelineRef = z
  .string({ error: `must be ${PIPELINE_REF}` })
  .max(200)
  .regex(FORM, `must be ${PIPELINE_REF}`)
  .transform(ref =>
    stringifyEntityRef(
      parseEntityRef(ref, {
        defaultKind: 'Pipeline',
        defaultNamespace: 'default',
      }),
    ),
  );
