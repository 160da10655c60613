import type { OnCall, OnCallByRefs, ShiftsPage } from './types';

/**
 * What the pipelines backend answers. All instants are ISO 8601 in UTC, all
 * references full (`rotation:default/data-engineering`).
 *
 * @public
 */
export interface PipelinesApi {
  /**
   * Who is on call, and who next.
   *
   * @throws NotFoundError when there is no such Rotation, or the reader may not see it
   * @throws NotAllowedError when the reader may not see who is on call
   */
  getOnCall(options: { rotationRef: string; at?: string }): Promise<OnCall>;

  /** The same for up to 100 rotations in one request. */
  getOnCallByRefs(options: {
    rotationRefs: string[];
    at?: string;
  }): Promise<OnCallByRefs>;

  /** Shifts that overlap `from` (included) to `to` (excluded), at most 400 days apart. */
  getShifts(options: {
    rotationRef: string;
    from: string;
    to: string;
    limit?: number;
    cursor?: string;
  }): Promise<ShiftsPage>;
}
