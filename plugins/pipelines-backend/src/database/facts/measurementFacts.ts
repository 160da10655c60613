import { Knex } from 'knex';
import { MeasurementFact } from '../../evaluation';
import { eachRow } from '../eachRow';
import { rowsOf, withRows } from '../withRows';

/** Figures of a metric of a pipeline that are wanted. */
export interface WantedFigures {
  readonly pipelineRef: string;
  readonly metric: string;
  /** ISO 8601 in UTC: from then on, and of each series the last one before. */
  readonly from: string;
}

type SeriesRow = {
  pipeline_ref: string;
  metric: string;
  from_at: string;
  id: number;
  dimensions: string;
};

type Row = {
  series_id: number;
  key: string;
  at: string;
  received_at: string | null;
  value: number | null;
  good: number | null;
  total: number | null;
};

/** Jobs of pipelines with all that these start, by pipeline. */
async function jobsOf(
  transaction: Knex.Transaction,
  pipelineRefs: readonly string[],
): Promise<Map<string, string[]>> {
  const { sql, bindings } = withRows(transaction, {
    name: 'w',
    columns: [{ name: 'pipeline_ref', type: 'text' }],
    rows: pipelineRefs.map(ref => [ref]),
  });
  // `union`, not `union all`: jobs that start each other end it.
  const rows = await rowsOf<{ pipeline_ref: string; job_id: string }>(
    transaction.raw(
      `${sql.replace(/^with/, 'with recursive')},
      family(pipeline_ref, job_id) as (
        select p.pipeline_ref, p.job_id from pipeline_jobs p
          where p.pipeline_ref in (select pipeline_ref from w)
        union
        select family.pipeline_ref, j.job_id from family
          join job_parents j on j.parent_id = family.job_id
      )
      select pipeline_ref, job_id from family`,
      bindings,
    ),
  );
  const jobs = new Map<string, string[]>();
  for (const { pipeline_ref, job_id } of rows) {
    const others = jobs.get(pipeline_ref);
    if (others) others.push(job_id);
    else jobs.set(pipeline_ref, [job_id]);
  }
  return jobs;
}

/**
 * Series of the metrics: measured of the pipeline itself, of its jobs, or of what
 * these start.
 */
async function seriesOf(
  transaction: Knex.Transaction,
  wanted: readonly WantedFigures[],
): Promise<SeriesRow[]> {
  const jobs = await jobsOf(transaction, [
    ...new Set(wanted.map(({ pipelineRef }) => pipelineRef)),
  ]);
  const { sql, bindings } = withRows(transaction, {
    name: 'w',
    columns: [
      { name: 'pipeline_ref', type: 'text' },
      { name: 'subject', type: 'text' },
      { name: 'metric', type: 'text' },
      { name: 'from_at', type: 'text' },
    ],
    rows: wanted.flatMap(({ pipelineRef, metric, from }) =>
      [
        pipelineRef,
        ...(jobs.get(pipelineRef) ?? []).map(id => `job:${id}`),
      ].map(subject => [pipelineRef, subject, metric, from]),
    ),
  });
  return rowsOf<SeriesRow>(
    transaction.raw(
      `${sql}
      select w.pipeline_ref, w.metric, w.from_at, s.id, s.dimensions from w ${eachRow(
        transaction,
        {
          table: 'measurement_series',
          as: 's',
          where: 's.subject = w.subject and s.metric = w.metric',
        },
      )}`,
      bindings,
    ),
  );
}

function figureOf({ value, good, total }: Row): MeasurementFact['figure'] {
  if (good !== null && total !== null) return { good, total };
  return value ?? { error: 'Nothing was measured' };
}

const COLUMNS =
  'm.series_id, m.key, m.at, m.received_at, m.value, m.good, m.total';

/** Figures by pipeline and metric, joined by a blank. */
export async function measurementFactsOf(
  transaction: Knex.Transaction,
  wanted: readonly WantedFigures[],
): Promise<Map<string, MeasurementFact[]>> {
  const facts = new Map<string, MeasurementFact[]>();
  if (wanted.length === 0) return facts;
  const series = await seriesOf(transaction, wanted);
  if (series.length === 0) return facts;
  const { sql, bindings } = withRows(transaction, {
    name: 'w',
    columns: [
      { name: 'series_id', type: 'integer' },
      { name: 'from_at', type: 'text' },
    ],
    rows: series.map(({ id, from_at }) => [id, from_at]),
  });
  const rows = await rowsOf<Row>(
    transaction.raw(
      `${sql}
      select ${COLUMNS} from w ${eachRow(transaction, {
        table: 'measurements',
        as: 'm',
        where: `m.series_id = w.series_id and m.at >= coalesce(
          (select max(b.at) from measurements b
            where b.series_id = w.series_id and b.at < w.from_at),
          w.from_at)`,
      })}`,
      bindings,
    ),
  );
  // Figures of two metrics are compared where their dimensions are the same, whoever
  // measured them.
  const namesOf = new Map<
    number,
    { name: string; metric: string; dimensions: string }[]
  >();
  for (const { id, pipeline_ref, metric, dimensions } of series) {
    const name = { name: `${pipeline_ref} ${metric}`, metric, dimensions };
    namesOf.set(id, [...(namesOf.get(id) ?? []), name]);
  }
  // The same series may be wanted by two pipelines, and is read for each.
  const seen = new Set<string>();
  for (const row of rows) {
    const id = `${row.series_id}/${row.key}`;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const each of namesOf.get(row.series_id) ?? []) {
      const { name, metric, dimensions } = each;
      const fact: MeasurementFact = {
        id,
        metric,
        series: dimensions === '{}' ? '' : dimensions,
        at: Date.parse(row.at),
        receivedAt: Date.parse(row.received_at ?? row.at),
        figure: figureOf(row),
      };
      const found = facts.get(name);
      if (found) found.push(fact);
      else facts.set(name, [fact]);
    }
  }
  return facts;
}
