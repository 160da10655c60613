import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import {
  JournalStore,
  JudgingStore,
  LineageStore,
  MeasurementStore,
  RunStore,
} from '../database';
import { AlertStore } from '../database/alerts/AlertStore';
import { Retention } from '../ingest/readIngestOptions';
import { Clock } from '../rotations/Clock';

const BATCH = 1_000;

/** Deletes what the configuration says is old, a few rows at a time. */
export class DeleteOld {
  /** When it runs: one backend at a time. */
  static readonly schedule: SchedulerServiceTaskScheduleDefinition = {
    frequency: { hours: 1 },
    timeout: { minutes: 55 },
    initialDelay: { minutes: 5 },
  };

  readonly #alerts: Pick<AlertStore, 'deleteEndedBefore'>;
  readonly #journal: Pick<JournalStore, 'deleteRefusalsBefore'>;
  readonly #judging: Pick<JudgingStore, 'deleteReceiptsBefore'>;
  readonly #lineage: Pick<LineageStore, 'deleteEventsBefore'>;
  readonly #measurements: Pick<
    MeasurementStore,
    'deleteBefore' | 'deleteDaysBefore'
  >;
  readonly #runs: Pick<RunStore, 'deleteBefore'>;
  readonly #retention: Retention;
  readonly #now: Clock;

  constructor(options: {
    alerts: Pick<AlertStore, 'deleteEndedBefore'>;
    journal: Pick<JournalStore, 'deleteRefusalsBefore'>;
    judging: Pick<JudgingStore, 'deleteReceiptsBefore'>;
    lineage: Pick<LineageStore, 'deleteEventsBefore'>;
    measurements: Pick<MeasurementStore, 'deleteBefore' | 'deleteDaysBefore'>;
    runs: Pick<RunStore, 'deleteBefore'>;
    retention: Retention;
    now: Clock;
  }) {
    this.#alerts = options.alerts;
    this.#journal = options.journal;
    this.#judging = options.judging;
    this.#lineage = options.lineage;
    this.#measurements = options.measurements;
    this.#runs = options.runs;
    this.#retention = options.retention;
    this.#now = options.now;
  }

  /** Each table until nothing old is left. */
  async run(signal: AbortSignal): Promise<void> {
    const now = this.#now();
    const before = (key: keyof Retention) =>
      new Date(+now - this.#retention[key]);
    const limit = BATCH;
    const steps = [
      () =>
        this.#lineage.deleteEventsBefore({ before: before('events'), limit }),
      () => this.#runs.deleteBefore({ before: before('runs'), limit }),
      () =>
        this.#measurements.deleteBefore({
          before: before('measurements'),
          limit,
        }),
      () =>
        this.#judging.deleteReceiptsBefore({
          before: before('measurements'),
          limit,
        }),
      () => this.#alerts.deleteEndedBefore({ before: before('alerts'), limit }),
      () =>
        this.#journal.deleteRefusalsBefore({
          before: before('refusals'),
          limit,
        }),
    ];
    for (const step of steps) {
      while (!signal.aborted && (await step()) === limit);
    }
    if (!signal.aborted) {
      await this.#measurements.deleteDaysBefore({ before: before('days') });
    }
  }
}
