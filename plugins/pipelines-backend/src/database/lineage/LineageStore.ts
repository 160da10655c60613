import { PreparedEvent } from '../../ingest/openlineage/prepareEvent';

/** What was new among written events. */
export interface Written {
  /** How many were not there before. */
  readonly fresh: number;
  /** Ids of the jobs that new events name. */
  readonly jobIds: string[];
  /** Ids of the series that new events measure. */
  readonly seriesIds: number[];
}

/** Keeps OpenLineage events, and what they say together. */
export interface LineageStore {
  /**
   * Writes events, their runs, jobs and figures as one. An event that is there
   * already changes nothing; one whose raw form was deleted meanwhile is folded
   * again, which changes nothing either.
   */
  write(options: { events: readonly PreparedEvent[] }): Promise<Written>;

  /**
   * Deletes raw events received before an instant.
   *
   * @returns how many, at most `limit`
   */
  deleteEventsBefore(options: { before: Date; limit: number }): Promise<number>;
}
