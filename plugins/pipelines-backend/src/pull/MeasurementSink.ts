import { Measurement } from '../ingest/heard';

/** Where figures go that were asked for. */
export interface MeasurementSink {
  /**
   * Stores them; a repeat is stored once.
   *
   * @param options - `sender` is who measured, such as `source:prometheus`, and
   * `route` the door that it came by
   */
  accept(options: {
    measurements: readonly Measurement[];
    sender: string;
    route: string;
  }): Promise<void>;
}
