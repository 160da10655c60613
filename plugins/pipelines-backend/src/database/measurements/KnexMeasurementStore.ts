import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Measurement, Subject } from '../../ingest/heard';
import { isPostgres } from '../engine';
import { inTransaction } from '../inTransaction';
import { fromDate, toDate } from '../instant';
import { daysTable, DayRow, sumsOf, toDay } from './dayRow';
import { Day, MeasurementStore, Point, Series } from './MeasurementStore';
import { jobIdIn, SeriesRow, seriesTable, subjectOf } from './series';
import { MeasurementWriter } from './writeMeasurements';

const DAY_LENGTH = 'yyyy-MM-dd'.length;

type MeasurementRow = {
  series_id: number;
  key: string;
  at: string;
  version: string;
  value: number | null;
  good: number | null;
  total: number | null;
};

function toSeries(row: SeriesRow): Series {
  const jobId = jobIdIn(row.subject);
  return {
    id: row.id,
    subject: jobId ? { jobId } : { pipelineRef: row.subject },
    metric: row.metric,
    dimensions: JSON.parse(row.dimensions),
  };
}

function toPoint(
  row: Pick<MeasurementRow, 'at' | 'value' | 'good' | 'total'>,
): Point {
  return {
    at: toDate(row.at),
    value: row.value ?? undefined,
    good: row.good ?? undefined,
    total: row.total ?? undefined,
  };
}

function dayOf(date: Date): string {
  return fromDate(date).slice(0, DAY_LENGTH);
}

/** The first instant after a day, as text. */
function endOf(day: string): string {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return fromDate(date);
}

/** {@link MeasurementStore} on SQLite and PostgreSQL. */
export class KnexMeasurementStore implements MeasurementStore {
  readonly #knex: Knex;
  readonly #writer: MeasurementWriter;

  static async create(options: {
    database: DatabaseService;
    writer: MeasurementWriter;
  }) {
    const knex = await options.database.getClient();
    return new KnexMeasurementStore(knex, options.writer);
  }

  private constructor(knex: Knex, writer: MeasurementWriter) {
    this.#knex = knex;
    this.#writer = writer;
  }

  async write(options: {
    measurements: readonly Measurement[];
    receivedAt: Date;
  }): Promise<number[]> {
    const { seriesIds, remember } = await inTransaction(
      this.#knex,
      transaction => this.#writer.write(transaction, options),
    );
    remember();
    return seriesIds;
  }

  async listSeries(options: {
    subjects: readonly Subject[];
    limit: number;
    after?: { metric: string; id: number };
  }): Promise<Series[]> {
    const { subjects, limit, after } = options;
    const query = seriesTable(this.#knex)
      .whereIn('subject', subjects.map(subjectOf))
      .orderBy(['metric', 'id'])
      .limit(limit);
    if (after) {
      query.whereRaw('(metric, id) > (?, ?)', [after.metric, after.id]);
    }
    return (await query.select()).map(toSeries);
  }

  async getSeries(options: { id: number }): Promise<Series | undefined> {
    const row = await seriesTable(this.#knex).where(options).first();
    return row && toSeries(row);
  }

  async latest(options: {
    ids: readonly number[];
  }): Promise<Map<number, Point>> {
    const { ids } = options;
    // The newest instant of a series is one step in its index.
    const rows: (MeasurementRow & { series_id: number })[] = await this.#knex(
      'measurement_series as series',
    )
      .join('measurements', 'measurements.series_id', 'series.id')
      .whereIn('series.id', [...ids])
      .whereRaw(
        'measurements.at = (select max(at) from measurements where series_id = series.id)',
      )
      .orderBy('measurements.key')
      .select('measurements.*');
    return new Map(rows.map(row => [row.series_id, toPoint(row)]));
  }

  async hasDeletedDays(options: {
    id: number;
    from: Date;
    to: Date;
  }): Promise<boolean> {
    const row = await this.#daysBetween(options)
      .where({ is_kept: false })
      .first('day');
    return row !== undefined;
  }

  async listPoints(options: {
    id: number;
    from: Date;
    to: Date;
    limit: number;
  }): Promise<Point[]> {
    const rows = await this.#between(options)
      .orderBy(['at', 'key'])
      .limit(options.limit)
      .select('at', 'value', 'good', 'total');
    return rows.map(toPoint);
  }

  async listDays(options: {
    id: number;
    from: Date;
    to: Date;
  }): Promise<Day[]> {
    const { id } = options;
    const rows = await this.#daysBetween(options).orderBy('day').select();
    const rolled = rows.filter(({ rolled_at }) => rolled_at !== null);
    const open = rows.filter(({ rolled_at }) => rolled_at === null);
    const days = rolled.map(row => toDay(row.day, row));
    // Yesterday and today, and days that late figures came for.
    const first = open[0];
    const last = open[open.length - 1];
    if (first && last) {
      const isOpen = new Set(open.map(({ day }) => day));
      const sums = await sumsOf(this.#knex, {
        seriesId: id,
        from: first.day,
        to: endOf(last.day),
      });
      const found = sums.filter(({ day }) => isOpen.has(day));
      days.push(...found.map(each => toDay(each.day, each)));
    }
    return days.sort((a, b) => (a.day < b.day ? -1 : 1));
  }

  async rollUp(options: {
    before: Date;
    limit: number;
    now: Date;
  }): Promise<number> {
    const { before, limit, now } = options;
    return inTransaction(this.#knex, async transaction => {
      const due = daysTable(transaction)
        .whereNull('rolled_at')
        .where('day', '<', dayOf(before))
        .orderBy(['day', 'series_id'])
        .limit(limit);
      // A figure that comes for such a day waits for the row until the commit,
      // and then has the day rolled up again.
      const rows = await (isPostgres(transaction)
        ? due.forUpdate().skipLocked()
        : due
      ).select('series_id', 'day');
      for (const { series_id, day } of rows) {
        const [sums] = await sumsOf(transaction, {
          seriesId: series_id,
          from: day,
          to: endOf(day),
        });
        const row = daysTable(transaction).where({ series_id, day });
        // Its figures may have been corrected to other days.
        if (sums) await row.update({ ...sums, rolled_at: fromDate(now) });
        else await row.delete();
      }
      return rows.length;
    });
  }

  async deleteBefore(options: {
    before: Date;
    limit: number;
  }): Promise<number> {
    const { before, limit } = options;
    return inTransaction(this.#knex, async transaction => {
      const rows: Pick<DayRow, 'series_id' | 'day'>[] = await daysTable(
        transaction,
      )
        .where({ is_kept: true })
        .whereNotNull('rolled_at')
        .where('day', '<', dayOf(before))
        .orderBy(['day', 'series_id'])
        .limit(limit)
        .select('series_id', 'day');
      for (const { series_id, day } of rows) {
        await transaction<MeasurementRow>('measurements')
          .where({ series_id })
          .where('at', '>=', day)
          .where('at', '<', endOf(day))
          .delete();
        await daysTable(transaction)
          .where({ series_id, day })
          .update({ is_kept: false });
      }
      return rows.length;
    });
  }

  async deleteDaysBefore(options: { before: Date }): Promise<number> {
    return daysTable(this.#knex)
      .where({ is_kept: false })
      .where('day', '<', dayOf(options.before))
      .delete();
  }

  #points(id: number) {
    return this.#knex<MeasurementRow>('measurements').where({ series_id: id });
  }

  #daysBetween(options: { id: number; from: Date; to: Date }) {
    return daysTable(this.#knex)
      .where({ series_id: options.id })
      .whereBetween('day', [dayOf(options.from), dayOf(options.to)]);
  }

  #between(options: { id: number; from: Date; to: Date }) {
    return this.#points(options.id)
      .where('at', '>=', fromDate(options.from))
      .where('at', '<', fromDate(options.to));
  }
}
