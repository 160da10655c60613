import { prepareEvent, PreparedEvent } from '../openlineage/prepareEvent';
import { RunFacts } from '../openlineage/runFacts';

/** Noon UTC, some hours after the events of tests. */
export const RECEIVED = new Date('2026-11-01T12:00:00Z');

/** An event from the wire, prepared as a door would. */
export function prepared(
  body: object,
  options: Partial<Parameters<typeof prepareEvent>[0]> = {},
): PreparedEvent {
  return prepareEvent({
    body,
    sender: 'external:airflow',
    receivedAt: RECEIVED,
    oldest: new Date(0),
    ...options,
  });
}

/** What an event says of its run. */
export function factsIn(
  body: object,
  options?: Parameters<typeof prepared>[1],
): RunFacts {
  const { run } = prepared(body, options);
  if (!run) throw new Error('That is no event of a run');
  return run.facts;
}
