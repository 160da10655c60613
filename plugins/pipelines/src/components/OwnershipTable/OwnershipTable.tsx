import { Skeleton, Text } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';
import { OwnershipRow } from '../../entities';
import {
  useOnCallOfRows,
  useRunbooksOfRows,
} from '../../hooks/useOwnershipDetails';
import { useNow } from '../../hooks/useNow';
import { DataColumn, DataTable } from '../DataTable';
import { EntityNames } from '../EntityNames';
import { LevelTag } from '../LevelTag';
import { RunbookReviewState } from '../RunbookReviewState';

type Row = OwnershipRow & { id: string };

/** What is missing, said in words where the name would stand. */
function Gap({ children }: { children: string }) {
  return <Text color="secondary">{children}</Text>;
}

function OnCallNow(props: {
  row: Row;
  onCall: ReturnType<typeof useOnCallOfRows>;
}) {
  const { rotationRef } = props.row;
  if (!rotationRef) return <Gap>nobody on call</Gap>;
  if (props.onCall.state === 'loading') return <Skeleton width={90} />;
  if (props.onCall.state === 'failed') return <Gap>not known now</Gap>;
  const answer = props.onCall.value.get(rotationRef);
  if (!answer) return <Gap>rotation not found or not for you to see</Gap>;
  return answer.current ? (
    <EntityRefLink entityRef={answer.current.primary} hideIcon />
  ) : (
    <Gap>not begun yet</Gap>
  );
}

function RunbookReviewed(props: {
  row: Row;
  runbooks: ReturnType<typeof useRunbooksOfRows>;
  now: number;
}) {
  const { runbookRef } = props.row;
  if (!runbookRef) return <Gap>no runbook</Gap>;
  if (props.runbooks.state === 'loading') return <Skeleton width={70} />;
  if (props.runbooks.state === 'failed') return <Gap>not known now</Gap>;
  const runbook = props.runbooks.value.get(runbookRef);
  if (!runbook) return <Gap>runbook not found or not for you to see</Gap>;
  return <RunbookReviewState spec={runbook.spec} now={props.now} />;
}

/** Pipelines by who answers for them: owners, stakeholders, on call, runbook. */
export function OwnershipTable(props: {
  rows: OwnershipRow[];
  /** The pipeline the page is about. */
  selfRef?: string;
}) {
  const { selfRef } = props;
  const now = useNow();
  const rows = useMemo(
    () => props.rows.map(row => ({ ...row, id: row.pipelineRef })),
    [props.rows],
  );
  const onCall = useOnCallOfRows(rows);
  const runbooks = useRunbooksOfRows(rows);

  const columns: DataColumn<Row>[] = [
    {
      id: 'pipeline',
      label: 'Pipeline',
      isRowHeader: true,
      cell: row => (
        <>
          <Text weight="bold">
            <EntityRefLink entityRef={row.pipelineRef} hideIcon />
          </Text>
          {row.pipelineRef === selfRef && (
            <Text variant="body-small" color="secondary">
              {' '}
              this page
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'criticality',
      label: 'Critical level',
      cell: row => <LevelTag level={row.criticality} />,
    },
    {
      id: 'owner',
      label: 'Primary owner',
      cell: row => <EntityNames refs={[row.ownerRef]} />,
    },
    {
      id: 'secondary-owner',
      label: 'Secondary owner',
      cell: row =>
        row.secondaryOwnerRef ? (
          <EntityNames refs={[row.secondaryOwnerRef]} />
        ) : (
          <Gap>no secondary owner</Gap>
        ),
    },
    {
      id: 'stakeholders',
      label: 'Business stakeholders',
      cell: row =>
        row.stakeholderRefs.length ? (
          <EntityNames refs={row.stakeholderRefs} />
        ) : (
          <Gap>no stakeholders</Gap>
        ),
    },
    {
      id: 'on-call',
      label: 'On call now',
      cell: row => <OnCallNow row={row} onCall={onCall} />,
    },
    {
      id: 'runbook',
      label: 'Runbook reviewed',
      cell: row => <RunbookReviewed row={row} runbooks={runbooks} now={now} />,
    },
  ];

  return (
    <DataTable
      label="Ownership matrix"
      columns={columns}
      rows={rows}
      markedId={selfRef}
    />
  );
}
