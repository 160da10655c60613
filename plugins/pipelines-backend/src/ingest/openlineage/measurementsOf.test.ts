import { Measurement } from '../heard';
import { prepared } from '../__testUtils__/prepared';
import { JOB, runEvent, WireEvent } from '../__testUtils__/lineageEvents';
import { jobIdOf } from './names';

type Shown = [string, Record<string, string>, Measurement['figure']];

/** Figures as metric, dimensions and figure; in the order of their metrics. */
function shown(body: WireEvent): Shown[] {
  return prepared(body)
    .measurements.map(
      ({ metric, dimensions, figure }): Shown => [
        metric,
        { ...dimensions },
        figure,
      ],
    )
    .sort(([a], [b]) => a.localeCompare(b));
}

const clicks = { namespace: 'warehouse', name: 'clicks' };
const of = { dataset: 'warehouse/clicks' };

const checked = (success: boolean, more: object = {}) => ({
  assertion: 'not_null',
  success,
  ...more,
});

const tested = (...assertions: object[]) => ({
  dataQualityAssertions: { assertions },
});

describe('the figures of an event', () => {
  it.each<[string, Parameters<typeof runEvent>[0], Shown[]]>([
    [
      'what was read, from inputStatistics',
      {
        inputs: [
          {
            ...clicks,
            inputFacets: {
              inputStatistics: { rowCount: 7, size: 1024, fileCount: 2 },
            },
          },
        ],
      },
      [
        ['bytes.read', of, 1024],
        ['files.read', of, 2],
        ['rows.read', of, 7],
      ],
    ],
    [
      'what was written, from outputStatistics, also nothing',
      {
        outputs: [
          {
            ...clicks,
            outputFacets: {
              outputStatistics: { rowCount: 0, size: 0, fileCount: null },
            },
          },
        ],
      },
      [
        ['bytes.written', of, 0],
        ['rows.written', of, 0],
      ],
    ],
    [
      'a data set and its columns, from dataQualityMetrics',
      {
        inputs: [
          {
            ...clicks,
            inputFacets: {
              dataQualityMetrics: {
                rowCount: 100,
                bytes: 2048,
                fileCount: 1,
                lastUpdated: '2026-11-01T10:00:00Z',
                columnMetrics: {
                  email: {
                    nullCount: 5,
                    distinctCount: 90,
                    sum: -1.5,
                    min: -3,
                    max: 4,
                    quantiles: { '0.5': 1 },
                  },
                },
              },
            },
          },
        ],
      },
      [
        ['column.distinct', { ...of, column: 'email' }, 90],
        ['column.filled', { ...of, column: 'email' }, { good: 95, total: 100 }],
        ['column.max', { ...of, column: 'email' }, 4],
        ['column.min', { ...of, column: 'email' }, -3],
        ['column.nulls', { ...of, column: 'email' }, 5],
        ['column.sum', { ...of, column: 'email' }, -1.5],
        ['dataset.bytes', of, 2048],
        ['dataset.files', of, 1],
        ['dataset.newest', of, Date.parse('2026-11-01T10:00:00Z') / 1000],
        ['dataset.rows', of, 100],
      ],
    ],
    [
      'no share of filled rows where the rows are not known',
      {
        inputs: [
          {
            ...clicks,
            facets: {
              dataQualityMetrics: {
                columnMetrics: { email: { nullCount: 5 } },
              },
            },
          },
        ],
      },
      [['column.nulls', { ...of, column: 'email' }, 5]],
    ],
    [
      'no share of filled rows where more are missing than there are',
      {
        inputs: [
          {
            ...clicks,
            facets: {
              dataQualityMetrics: {
                rowCount: 4,
                columnMetrics: { email: { nullCount: 5 } },
              },
            },
          },
        ],
      },
      [
        ['column.nulls', { ...of, column: 'email' }, 5],
        ['dataset.rows', of, 4],
      ],
    ],
    [
      'checks, by assertion, column and name',
      {
        inputs: [
          {
            ...clicks,
            inputFacets: tested(
              checked(true),
              checked(false, { column: 'id' }),
              checked(true, { column: 'id', name: 'id is there' }),
            ),
          },
        ],
      },
      [
        [
          'assertions.passed',
          { ...of, assertion: 'not_null' },
          { good: 1, total: 1 },
        ],
        [
          'assertions.passed',
          { ...of, assertion: 'not_null', column: 'id' },
          { good: 0, total: 1 },
        ],
        [
          'assertions.passed',
          {
            ...of,
            assertion: 'not_null',
            column: 'id',
            name: 'id is there',
          },
          { good: 1, total: 1 },
        ],
      ],
    ],
    [
      'a check that stands in both facets once',
      {
        inputs: [
          {
            ...clicks,
            facets: tested(checked(true)),
            inputFacets: tested(checked(true)),
          },
        ],
      },
      [
        [
          'assertions.passed',
          { ...of, assertion: 'not_null' },
          { good: 1, total: 1 },
        ],
      ],
    ],
    [
      'a check as failed, when it passed and failed in one event',
      {
        inputs: [{ ...clicks, inputFacets: tested(checked(true)) }],
        outputs: [{ ...clicks, facets: tested(checked(false)) }],
      },
      [
        [
          'assertions.passed',
          { ...of, assertion: 'not_null' },
          { good: 0, total: 1 },
        ],
      ],
    ],
    [
      'the tests of a run, but those that were skipped',
      {
        runFacets: {
          test: {
            tests: [
              { name: 'unique_id', status: 'pass', type: 'unique' },
              { name: 'not_null_id', status: 'FAIL' },
              { name: 'slow', status: 'skip', type: 'unique' },
            ],
          },
        },
      },
      [
        [
          'assertions.passed',
          { assertion: 'unique', name: 'unique_id' },
          { good: 1, total: 1 },
        ],
        [
          'assertions.passed',
          { assertion: 'test', name: 'not_null_id' },
          { good: 0, total: 1 },
        ],
      ],
    ],
    ['nothing, where nothing is told', { inputs: [clicks] }, []],
  ])('are %s', (_, event, expected) => {
    expect(shown(runEvent(event))).toEqual(expected);
  });

  it('belong to the job, at the time of the event', () => {
    const inputs = [{ ...clicks, inputFacets: tested(checked(true)) }];
    const [figure] = prepared(runEvent({ inputs })).measurements;
    expect(figure).toMatchObject({
      subject: { jobId: jobIdOf(JOB) },
      at: new Date('2026-11-01T11:00:00Z'),
    });
  });

  it('have one name in START and in COMPLETE of a run, and the later is right', () => {
    const inputs = [{ ...clicks, inputFacets: tested(checked(true)) }];
    const [[start], [complete], [other]] = [
      runEvent({ inputs }),
      runEvent({
        inputs,
        eventType: 'COMPLETE',
        eventTime: '2026-11-01T11:30:00Z',
      }),
      runEvent({ inputs, runId: 'another' }),
    ].map(body => prepared(body).measurements);
    expect(complete.key).toBe(start.key);
    expect(complete.version ?? '').toMatch(/^2026-11-01T11:30:00.000Z /);
    expect((complete.version ?? '') > (start.version ?? '')).toBe(true);
    expect(other.key).not.toBe(start.key);
  });

  it('are kept of each event, where the job has no end', () => {
    const streaming = {
      eventType: 'RUNNING',
      inputs: [{ ...clicks, inputFacets: tested(checked(true)) }],
      jobFacets: { jobType: { processingType: 'STREAMING' } },
    };
    const keys = ['11:00:00', '11:01:00'].map(
      time =>
        prepared(runEvent({ ...streaming, eventTime: `2026-11-01T${time}Z` }))
          .measurements[0].key,
    );
    expect(new Set(keys).size).toBe(2);
  });

  it.each([
    [
      'inputs[0].inputFacets.inputStatistics.rowCount is -1',
      {
        inputs: [
          { ...clicks, inputFacets: { inputStatistics: { rowCount: -1 } } },
        ],
      },
    ],
    [
      'outputs[0].outputFacets.outputStatistics.rowCount is 1e+308',
      {
        outputs: [
          {
            ...clicks,
            outputFacets: { outputStatistics: { rowCount: 1e308 } },
          },
        ],
      },
    ],
    [
      'outputs[1].outputFacets.outputStatistics.size is "big"',
      {
        outputs: [
          clicks,
          { ...clicks, outputFacets: { outputStatistics: { size: 'big' } } },
        ],
      },
    ],
    [
      'inputs[0].facets.dataQualityAssertions.assertions[1].success is "yes"',
      {
        inputs: [
          {
            ...clicks,
            facets: tested(checked(true), { assertion: 'a', success: 'yes' }),
          },
        ],
      },
    ],
    [
      'inputs[0].facets.dataQualityMetrics.lastUpdated is "today"',
      {
        inputs: [
          {
            ...clicks,
            facets: { dataQualityMetrics: { lastUpdated: 'today' } },
          },
        ],
      },
    ],
    [
      'inputs[0].inputFacets.dataQualityMetrics.columnMetrics is missing',
      {
        inputs: [
          { ...clicks, inputFacets: { dataQualityMetrics: { bytes: 1 } } },
        ],
      },
    ],
    ['run.facets.test.tests is missing', { runFacets: { test: {} } }],
  ])('are left out of a facet that breaks its form: %s', (reason, event) => {
    const { dropped, measurements } = prepared(runEvent(event));
    expect(dropped).toEqual([expect.stringContaining(reason)]);
    expect(measurements).toEqual([]);
  });

  it('have labels of one line, 500 characters at most', () => {
    const inputs = [
      {
        ...clicks,
        inputFacets: tested({
          assertion: ` a\n\tb `,
          name: 'x'.repeat(900),
          success: true,
        }),
      },
    ];
    expect(shown(runEvent({ inputs }))).toEqual([
      [
        'assertions.passed',
        { ...of, assertion: 'a b', name: 'x'.repeat(500) },
        { good: 1, total: 1 },
      ],
    ]);
  });

  it('are 2,000 at most', () => {
    const many = Array.from({ length: 3_000 }, (_, index) =>
      checked(true, { name: String(index) }),
    );
    const inputs = [{ ...clicks, inputFacets: tested(...many) }];
    expect(prepared(runEvent({ inputs })).measurements).toHaveLength(2_000);
  });

  it.each([
    ['a job', { job: JOB }],
    ['a data set', { dataset: clicks }],
  ])('are none of an event about %s alone', (_, about) => {
    const event = prepared({ eventTime: '2026-11-01T11:00:00Z', ...about });
    expect(event.measurements).toEqual([]);
    expect(event.run).toBeUndefined();
  });
});
