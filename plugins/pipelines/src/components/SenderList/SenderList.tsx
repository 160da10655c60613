import { Text } from '@backstage/ui';
import { Sender } from '@techflow/backstage-plugin-pipelines-common';
import { useNow } from '../../hooks/useNow';
import { usePolled } from '../../hooks/usePolled';
import { DataColumn, DataTable } from '../DataTable';
import { Instant } from '../Instant';
import { LinesSkeleton } from '../LinesSkeleton';
import { SetupFailure } from '../SetupFailure';
import { StateChip } from '../StateChip';

type Row = Sender & { id: string };

const COUNT = new Intl.NumberFormat('en-US');

function columnsAt(now: number): DataColumn<Row>[] {
  const instant = (at: string) => <Instant at={at} timeZone="UTC" now={now} />;
  return [
    {
      id: 'sender',
      label: 'Sender',
      isRowHeader: true,
      cell: ({ sender }) => <Text weight="bold">{sender}</Text>,
    },
    { id: 'door', label: 'Door', cell: ({ route }) => route },
    {
      id: 'state',
      label: 'State',
      cell: ({ isSilent }) => (
        <StateChip state={isSilent ? 'at-risk' : 'met'}>
          {isSilent ? 'silent for too long' : 'heard'}
        </StateChip>
      ),
    },
    {
      id: 'last',
      label: 'Last heard',
      cell: ({ lastHeardAt }) => instant(lastHeardAt),
    },
    {
      id: 'first',
      label: 'First heard',
      cell: ({ firstHeardAt }) => instant(firstHeardAt),
    },
    {
      id: 'stored',
      label: 'Stored',
      cell: ({ stored }) => COUNT.format(stored),
    },
    {
      id: 'refused',
      label: 'Refused',
      cell: ({ refused }) => COUNT.format(refused),
    },
  ];
}

/** Who sends what, and who has fallen silent. */
export function SenderList() {
  const now = useNow();
  const senders = usePolled('senders', pipelinesApi =>
    pipelinesApi.getSenders(),
  );
  if (senders.state === 'loading') return <LinesSkeleton label="senders" />;
  if (senders.state === 'failed') {
    return (
      <SetupFailure
        error={senders.error}
        what="who sends something"
        onRetry={senders.reload}
      />
    );
  }
  const rows = senders.value.items.map(sender => ({
    ...sender,
    id: `${sender.sender} ${sender.route}`,
  }));
  return rows.length ? (
    <DataTable label="Senders" columns={columnsAt(now)} rows={rows} />
  ) : (
    <Text as="p" color="secondary">
      Nobody has sent anything yet. Give a tool a key, and set it up with the
      settings below.
    </Text>
  );
}
