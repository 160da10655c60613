import { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { Request } from 'express';

/**
 * Does something that a person asked for, and leaves a trace of who did it and
 * whether it worked. The trace carries no notes: what people write to each other
 * does not belong into a log.
 */
export async function audited<T>(
  options: {
    auditor: AuditorService;
    request: Request;
    /** Kebab-case: what is done, such as `absence-add`. */
    eventId: string;
    meta: JsonObject;
    /** What is known only when it is done, such as a new id. */
    metaOf?: (result: T) => JsonObject;
  },
  act: () => Promise<T>,
): Promise<T> {
  const { auditor, request, eventId, meta, metaOf } = options;
  const event = await auditor.createEvent({
    eventId,
    request,
    severityLevel: 'medium',
    meta,
  });
  try {
    const result = await act();
    await event.success(metaOf && { meta: metaOf(result) });
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
