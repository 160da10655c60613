import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { LineageStore, MeasurementStore } from '../database';
import { AlertStore } from '../database/alerts/AlertStore';
import { Clock } from '../rotations/Clock';
import { GroupCommit } from './GroupCommit';
import { HeardAlert, Measurement } from './heard';
import { IngestSignals } from './IngestSignals';
import { PreparedEvent } from './openlineage/prepareEvent';

const MEASUREMENTS_TOGETHER = 5_000;
// Bytes that each takes while it waits, near enough.
const MEASUREMENT_WEIGHT = 400;
const ALERT_WEIGHT = 2_000;

/**
 * Takes what was understood, and resolves when it is committed. Nothing else is
 * waited for: pages are told afterwards.
 */
export class Intake {
  readonly #alerts: GroupCommit<HeardAlert>;
  readonly #events: GroupCommit<PreparedEvent>;
  readonly #measurements: GroupCommit<Measurement>;

  constructor(options: {
    alerts: AlertStore;
    lineage: LineageStore;
    measurements: MeasurementStore;
    signals: Pick<IngestSignals, 'tell'>;
    /** Called after each commit. */
    onStored: () => void;
    logger: LoggerService;
    now: Clock;
  }) {
    const { alerts, lineage, measurements, signals, logger, now, onStored } =
      options;
    const onFailure = (error: unknown) =>
      logger.error('What was sent could not be stored', toError(error));
    this.#alerts = new GroupCommit({
      write: async items => {
        await alerts.store({ alerts: items, receivedAt: now() });
        onStored();
      },
      onFailure,
    });
    this.#events = new GroupCommit({
      write: async events => {
        signals.tell(await lineage.write({ events }));
        onStored();
      },
      onFailure,
    });
    this.#measurements = new GroupCommit({
      write: async items => {
        const receivedAt = now();
        const seriesIds = await measurements.write({
          measurements: items,
          receivedAt,
        });
        signals.tell({ seriesIds });
        onStored();
      },
      onFailure,
      limits: { itemsTogether: MEASUREMENTS_TOGETHER },
    });
  }

  /**
   * OpenLineage events.
   *
   * @throws ServiceUnavailableError when they are not stored, for now
   */
  async acceptEvents(events: readonly PreparedEvent[]): Promise<void> {
    const weight = events.reduce((sum, { body }) => sum + body.length, 0);
    await this.#events.add({ items: events, weight });
  }

  /**
   * Figures.
   *
   * @throws ServiceUnavailableError when they are not stored, for now
   */
  async acceptMeasurements(
    measurements: readonly Measurement[],
  ): Promise<void> {
    await this.#measurements.add({
      items: measurements,
      weight: measurements.length * MEASUREMENT_WEIGHT,
    });
  }

  /**
   * Alerts.
   *
   * @throws ServiceUnavailableError when they are not stored, for now
   */
  async acceptAlerts(alerts: readonly HeardAlert[]): Promise<void> {
    const weight = alerts.length * ALERT_WEIGHT;
    await this.#alerts.add({ items: alerts, weight });
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    await Promise.all([
      this.#events.drain(),
      this.#measurements.drain(),
      this.#alerts.drain(),
    ]);
  }
}
