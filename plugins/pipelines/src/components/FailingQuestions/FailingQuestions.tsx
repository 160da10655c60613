import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { MetricQuery } from '@techflow/backstage-plugin-pipelines-common';
import { useNow } from '../../hooks/useNow';
import { usePolled } from '../../hooks/usePolled';
import { DataColumn, DataTable } from '../DataTable';
import { Instant } from '../Instant';
import { LinesSkeleton } from '../LinesSkeleton';
import { SetupFailure } from '../SetupFailure';

type Row = MetricQuery & { id: string };

const useStyles = makeStyles(
  {
    query: { fontSize: 12.5, overflowWrap: 'anywhere' },
    error: { overflowWrap: 'anywhere' },
  },
  { name: 'PipelinesFailingQuestions' },
);

function Why({ row }: { row: Row }) {
  const classes = useStyles();
  return (
    <>
      <span className={classes.error}>{row.error ?? 'no reason was told'}</span>
      <Text as="div" variant="body-small" color="secondary">
        {row.failures === 1 ? 'once' : `${row.failures} times in a row`}
      </Text>
    </>
  );
}

function Query({ children }: { children: string }) {
  const classes = useStyles();
  return <code className={classes.query}>{children}</code>;
}

function columnsAt(now: number): DataColumn<Row>[] {
  return [
    {
      id: 'pipeline',
      label: 'Pipeline',
      isRowHeader: true,
      cell: row => <EntityRefLink entityRef={row.pipelineRef} hideIcon />,
    },
    {
      id: 'metric',
      label: 'Question',
      cell: ({ metric, source, query }) => (
        <>
          {metric}
          <Text as="div" variant="body-small" color="secondary">
            to {source}
          </Text>
          <Query>{query}</Query>
        </>
      ),
    },
    { id: 'why', label: 'Why it fails', cell: row => <Why row={row} /> },
    {
      id: 'since',
      label: 'Last answer',
      cell: ({ lastSuccessAt }) =>
        lastSuccessAt ? (
          <Instant at={lastSuccessAt} timeZone="UTC" now={now} />
        ) : (
          'never'
        ),
    },
    {
      id: 'next',
      label: 'Asked again',
      cell: ({ nextAt }) => <Instant at={nextAt} timeZone="UTC" now={now} />,
    },
  ];
}

/** Questions to measurement sources that get no answer now, of all pipelines. */
export function FailingQuestions() {
  const now = useNow();
  const queries = usePolled('failing', pipelinesApi =>
    pipelinesApi.getFailingQueries(),
  );
  if (queries.state === 'loading') return <LinesSkeleton label="questions" />;
  if (queries.state === 'failed') {
    return (
      <SetupFailure
        error={queries.error}
        what="which questions fail"
        onRetry={queries.reload}
      />
    );
  }
  const rows = queries.value.items.map(query => ({
    ...query,
    id: [query.pipelineRef, query.metric, query.source, query.query].join(' '),
  }));
  return rows.length ? (
    <DataTable
      label="Questions that fail"
      columns={columnsAt(now)}
      rows={rows}
    />
  ) : (
    <Text as="p" color="secondary">
      No question to a measurement source, such as Prometheus, fails at the
      moment.
    </Text>
  );
}
