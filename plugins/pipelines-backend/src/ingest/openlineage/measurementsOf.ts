import { Figure, Measurement } from '../heard';
import { Dataset, RunEvent } from './event';
import { datasetName } from './datasetName';
import { FacetReader } from './facets/FacetReader';
import * as facets from './facets/datasetFacets';

/*
 * Which figures an event tells, by which name: the rules of docs/ingest.md. The
 * same figure stands in START and in COMPLETE, in `facets` and in `inputFacets`:
 * each has one name within its run, so that it counts once.
 */

/** A figure of one event, before it has its subject and time. */
interface Told {
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly figure: Figure;
}

// A test suite over thousands of columns is told by dbt test by test, not in one
// event; whatever is more than this is no figure anybody reads.
const MOST_FIGURES = 2_000;
const LONGEST_LABEL = 500;

type Value = number | null | undefined;

/** A label as a dimension: one line, and not too long. */
function label(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST_LABEL);
}

function values(
  dimensions: Told['dimensions'],
  figures: Record<string, Value>,
): Told[] {
  return Object.entries(figures).flatMap(([metric, figure]) =>
    typeof figure === 'number' ? [{ metric, dimensions, figure }] : [],
  );
}

/** Facets stand with the data set or with its use; what is in either counts. */
function bothPlaces(
  dataset: Dataset,
  path: readonly PropertyKey[],
): [Dataset['facets'], PropertyKey[]][] {
  return [
    [dataset.facets, [...path, 'facets']],
    [dataset.inputFacets, [...path, 'inputFacets']],
    [dataset.outputFacets, [...path, 'outputFacets']],
  ];
}

function qualityOf(
  dimensions: Told['dimensions'],
  quality: ReturnType<typeof facets.qualityMetrics.parse>,
): Told[] {
  const { rowCount, lastUpdated } = quality;
  const columns = Object.entries(quality.columnMetrics);
  return [
    ...values(dimensions, {
      'dataset.rows': rowCount,
      'dataset.bytes': quality.bytes,
      'dataset.files': quality.fileCount,
      'dataset.newest': lastUpdated && lastUpdated.getTime() / 1000,
    }),
    ...columns.flatMap(([name, column]) => {
      const of = { ...dimensions, column: label(name) };
      const { nullCount } = column;
      const isFilledKnown =
        typeof rowCount === 'number' &&
        typeof nullCount === 'number' &&
        nullCount <= rowCount;
      return [
        ...values(of, {
          'column.nulls': nullCount,
          'column.distinct': column.distinctCount,
          'column.sum': column.sum,
          'column.min': column.min,
          'column.max': column.max,
        }),
        ...(isFilledKnown
          ? [
              {
                metric: 'column.filled',
                dimensions: of,
                figure: { good: rowCount - nullCount, total: rowCount },
              },
            ]
          : []),
      ];
    }),
  ];
}

function assertionOf(
  dimensions: Record<string, string>,
  success: boolean,
): Told {
  return {
    metric: 'assertions.passed',
    dimensions,
    figure: { good: success ? 1 : 0, total: 1 },
  };
}

function datasetFigures(
  dataset: Dataset,
  path: readonly PropertyKey[],
  reader: FacetReader,
): Told[] {
  const dimensions = { dataset: label(datasetName(dataset)) };
  const read = reader.read(
    dataset.inputFacets,
    'inputStatistics',
    facets.statistics,
    [...path, 'inputFacets'],
  );
  const written = reader.read(
    dataset.outputFacets,
    'outputStatistics',
    facets.statistics,
    [...path, 'outputFacets'],
  );
  return [
    ...values(dimensions, {
      'rows.read': read?.rowCount,
      'bytes.read': read?.size,
      'files.read': read?.fileCount,
      'rows.written': written?.rowCount,
      'bytes.written': written?.size,
      'files.written': written?.fileCount,
    }),
    ...bothPlaces(dataset, path).flatMap(([found, where]) => {
      const quality = reader.read(
        found,
        'dataQualityMetrics',
        facets.qualityMetrics,
        where,
      );
      const tested = reader.read(
        found,
        'dataQualityAssertions',
        facets.assertions,
        where,
      );
      return [
        ...(quality ? qualityOf(dimensions, quality) : []),
        ...(tested?.assertions ?? []).map(each =>
          assertionOf(
            {
              ...dimensions,
              assertion: label(each.assertion),
              ...(each.column && { column: label(each.column) }),
              ...(each.name && { name: label(each.name) }),
            },
            each.success,
          ),
        ),
      ];
    }),
  ];
}

function testFigures(event: RunEvent, reader: FacetReader): Told[] {
  const read = reader.read(event.run.facets, 'test', facets.tests, [
    'run',
    'facets',
  ]);
  return (read?.tests ?? []).flatMap(({ name, status, type }) => {
    const outcome = status.toLowerCase();
    if (outcome !== 'pass' && outcome !== 'fail') return [];
    const dimensions = { assertion: label(type ?? 'test'), name: label(name) };
    return [assertionOf(dimensions, outcome === 'pass')];
  });
}

/** Of one name in one event, the smaller figure: a check that also failed failed. */
function onePerName(told: readonly Told[]): Told[] {
  const size = ({ figure }: Told) =>
    typeof figure === 'number' ? figure : figure.good;
  const byName = new Map<string, Told>();
  for (const each of told) {
    const name = JSON.stringify([
      each.metric,
      Object.entries(each.dimensions).sort(([a], [b]) => (a < b ? -1 : 1)),
    ]);
    const other = byName.get(name);
    if (!other || size(each) < size(other)) byName.set(name, each);
  }
  return [...byName.values()];
}

/**
 * The figures that an event tells of its run. Pure.
 *
 * @returns one measurement for each figure and run; of a job without end, one
 *   for each event
 */
export function measurementsOf(options: {
  event: RunEvent;
  /** Of the event's content. */
  eventId: string;
  jobId: string;
  /** Of the run in our tables. */
  runId: string;
  isStreaming: boolean;
  /** Notes what is left out. */
  reader: FacetReader;
}): Measurement[] {
  const { event, eventId, jobId, runId, isStreaming, reader } = options;
  const { at } = event.eventTime;
  const told = [
    ...(event.inputs ?? []).flatMap((dataset, index) =>
      datasetFigures(dataset, ['inputs', index], reader),
    ),
    ...(event.outputs ?? []).flatMap((dataset, index) =>
      datasetFigures(dataset, ['outputs', index], reader),
    ),
    ...testFigures(event, reader),
  ];
  const key = isStreaming ? `${runId} ${at.toISOString()}` : runId;
  const version = `${at.toISOString()} ${eventId.slice(0, 8)}`;
  return onePerName(told)
    .slice(0, MOST_FIGURES)
    .map(({ metric, dimensions, figure }) => ({
      subject: { jobId },
      metric,
      dimensions,
      figure,
      at,
      key,
      version,
    }));
}
