import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Refusal } from '@techflow/backstage-plugin-pipelines-common';
import { useNow } from '../../hooks/useNow';
import { usePolled } from '../../hooks/usePolled';
import { DataColumn, DataTable } from '../DataTable';
import { Instant } from '../Instant';
import { LinesSkeleton } from '../LinesSkeleton';
import { SetupFailure } from '../SetupFailure';

const useStyles = makeStyles(
  { reason: { overflowWrap: 'anywhere' } },
  { name: 'PipelinesRefusals' },
);

const COUNT = new Intl.NumberFormat('en-US');

const PARTS: Record<Refusal['of'], string> = {
  item: 'all of it',
  facet: 'a part (facet); the rest of the event was kept',
};

function Reason({ children }: { children: string }) {
  const classes = useStyles();
  return <span className={classes.reason}>{children}</span>;
}

function columnsAt(now: number): DataColumn<Refusal>[] {
  return [
    {
      id: 'reason',
      label: 'Reason',
      isRowHeader: true,
      cell: ({ reason }) => <Reason>{reason}</Reason>,
    },
    { id: 'of', label: 'What was refused', cell: row => PARTS[row.of] },
    {
      id: 'sender',
      label: 'Sender',
      cell: ({ sender, route }) => (
        <>
          {sender}
          <Text as="div" variant="body-small" color="secondary">
            {route}
          </Text>
        </>
      ),
    },
    {
      id: 'count',
      label: 'How often',
      cell: ({ count, firstAt }) => (
        <>
          {COUNT.format(count)}
          <Text as="div" variant="body-small" color="secondary">
            since <Instant at={firstAt} timeZone="UTC" now={now} />
          </Text>
        </>
      ),
    },
    {
      id: 'last',
      label: 'Last',
      cell: ({ lastAt }) => <Instant at={lastAt} timeZone="UTC" now={now} />,
    },
  ];
}

/** What was refused lately and why; the same reason of the same sender once. */
export function RefusalList() {
  const now = useNow();
  const refusals = usePolled('refusals', pipelinesApi =>
    pipelinesApi.getRefusals(),
  );
  if (refusals.state === 'loading') return <LinesSkeleton label="refusals" />;
  if (refusals.state === 'failed') {
    return (
      <SetupFailure
        error={refusals.error}
        what="what was refused"
        onRetry={refusals.reload}
      />
    );
  }
  const { items } = refusals.value;
  return items.length ? (
    <DataTable label="Refused" columns={columnsAt(now)} rows={items} />
  ) : (
    <Text as="p" color="secondary">
      Nothing was refused lately.
    </Text>
  );
}
