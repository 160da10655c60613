import { Flex, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { HeardJob } from '@techflow/backstage-plugin-pipelines-common';
import { useCursorPages } from '../../hooks/useCursorPages';
import { useNow } from '../../hooks/useNow';
import { usePolled } from '../../hooks/usePolled';
import { producerName } from '../../runs';
import { CursorPager } from '../CursorPager';
import { DataColumn } from '../DataTable';
import { ExpandableTable } from '../ExpandableTable';
import { Instant } from '../Instant';
import { JobStub } from '../JobStub';
import { LinesSkeleton } from '../LinesSkeleton';
import { SetupFailure } from '../SetupFailure';

const useStyles = makeStyles(
  { words: { overflowWrap: 'anywhere' } },
  { name: 'PipelinesUnclaimedJobs' },
);

const PAGE_SIZE = 20;

function Words({ children }: { children: string }) {
  const classes = useStyles();
  return <span className={classes.words}>{children}</span>;
}

function columnsAt(now: number): DataColumn<HeardJob>[] {
  return [
    {
      id: 'job',
      label: 'Job',
      isRowHeader: true,
      cell: ({ job }) => (
        <>
          <Text as="div" weight="bold">
            <Words>{job.name}</Words>
          </Text>
          <Text as="div" variant="body-small" color="secondary">
            <Words>{job.namespace}</Words>
          </Text>
        </>
      ),
    },
    {
      id: 'last-heard',
      label: 'Last heard',
      cell: ({ lastHeardAt }) => (
        <Instant at={lastHeardAt} timeZone="UTC" now={now} />
      ),
    },
    {
      id: 'sender',
      label: 'Sender',
      cell: ({ producer, sender }) => (
        <>
          {producerName(producer)}
          <Text as="div" variant="body-small" color="secondary">
            {sender}
          </Text>
        </>
      ),
    },
    {
      id: 'outputs',
      label: 'Writes',
      cell: ({ outputs }) =>
        outputs.length ? <Words>{outputs.join(', ')}</Words> : '—',
    },
  ];
}

/** Jobs that were heard of and belong to no pipeline, each with what claims it. */
export function UnclaimedJobs() {
  const now = useNow();
  const pages = useCursorPages();
  const { cursor } = pages;
  const jobs = usePolled(`unclaimed ${cursor ?? ''}`, pipelinesApi =>
    pipelinesApi.getUnclaimedJobs({ limit: PAGE_SIZE, cursor }),
  );
  if (jobs.state === 'loading') return <LinesSkeleton label="jobs" />;
  if (jobs.state === 'failed') {
    return (
      <SetupFailure
        error={jobs.error}
        what="which jobs were heard of"
        onRetry={jobs.reload}
      />
    );
  }
  const { items, nextCursor } = jobs.value;
  if (!items.length && pages.number === 1) {
    return (
      <Text as="p" color="secondary">
        Every job that was heard of belongs to a pipeline. If none was heard of
        yet, set up a tool with the settings below.
      </Text>
    );
  }
  return (
    <Flex direction="column" gap="3">
      <ExpandableTable
        label="Jobs that no pipeline claims"
        columns={columnsAt(now)}
        rows={items}
        details={{
          word: 'YAML',
          label: ({ job }) => `YAML for ${job.name}`,
          render: ({ job }) => <JobStub job={job} />,
        }}
      />
      <CursorPager
        pages={pages}
        nextCursor={nextCursor}
        count={Math.max(items.length, 1)}
        pageSize={PAGE_SIZE}
      />
    </Flex>
  );
}
