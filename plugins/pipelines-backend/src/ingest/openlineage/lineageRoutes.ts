import express from 'express';
import Router from 'express-promise-router';
import { RefusedItem } from '../heard';
import { Intake } from '../Intake';
import { Door, Visit } from '../door/Door';
import { UnprocessableError } from '../UnprocessableError';
import { PreparedEvent, prepareEvent } from './prepareEvent';

const MOST_EVENTS = 10_000;

function droppedOf(events: readonly PreparedEvent[]): string[] {
  return events.flatMap(({ dropped }) => dropped);
}

/**
 * Prepares each event of a batch. One that cannot be used is named by its index,
 * the others are kept.
 */
function prepareBatch(
  visit: Visit,
  oldest: Date,
): { events: PreparedEvent[]; refused: RefusedItem[] } {
  const { body, sender, receivedAt } = visit;
  if (!Array.isArray(body)) {
    throw new UnprocessableError('the body must be a list of events');
  }
  if (body.length > MOST_EVENTS) {
    throw new UnprocessableError(
      `the body has ${body.length} events: at most ${MOST_EVENTS} at once`,
    );
  }
  const events: PreparedEvent[] = [];
  const refused: RefusedItem[] = [];
  body.forEach((item: unknown, index) => {
    try {
      events.push(prepareEvent({ body: item, sender, receivedAt, oldest }));
    } catch (error) {
      if (!(error instanceof UnprocessableError)) throw error;
      refused.push({ index, reason: error.message });
    }
  });
  return { events, refused };
}

/** The answer of the OpenLineage specification to a batch. */
function summaryOf(received: number, refused: readonly RefusedItem[]) {
  return {
    status: refused.length === 0 ? 'success' : 'partial_success',
    summary: {
      received,
      successful: received - refused.length,
      failed: refused.length,
      retriable: 0,
      non_retriable: refused.length,
    },
    failed_events: refused.map(each => ({ ...each, retriable: false })),
  };
}

/** `/v1/lineage`: OpenLineage events, one or many. */
export function lineageRoutes({
  door,
  intake,
  oldestOf,
}: {
  door: Door;
  intake: Intake;
  /** The oldest event time that is taken at an instant. */
  oldestOf: (now: Date) => Date;
}): express.Router {
  const router = Router();

  router.post(
    '/',
    door.serve('lineage', async ({ body, sender, receivedAt }) => {
      const oldest = oldestOf(receivedAt);
      const event = prepareEvent({ body, sender, receivedAt, oldest });
      await intake.acceptEvents([event]);
      return { stored: 1, refused: [], dropped: event.dropped, status: 201 };
    }),
  );

  router.post(
    '/batch',
    door.serve('lineage', async visit => {
      const oldest = oldestOf(visit.receivedAt);
      const { events, refused } = prepareBatch(visit, oldest);
      await intake.acceptEvents(events);
      return {
        stored: events.length,
        refused,
        dropped: droppedOf(events),
        status: 200,
        answer: summaryOf(events.length + refused.length, refused),
      };
    }),
  );

  return router;
}
