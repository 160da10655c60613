import { Flex, TablePagination, Text } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ReactNode } from 'react';
import { useNow } from '../../hooks/useNow';
import {
  RotationOnCall,
  ROTATIONS_PAGE_SIZE,
  RotationsOnCall as Rotations,
  useRotationsOnCall,
} from '../../hooks/useRotationsOnCall';
import { allHandsReason, decidingReason } from '../../schedule';
import { DataColumn, DataTable } from '../DataTable';
import { Instant } from '../Instant';
import { LoadFailure } from '../LoadFailure';
import { PeopleSkeleton } from '../PeopleSkeleton';
import { PersonAvatar } from '../PersonAvatar';
import { StateChip } from '../StateChip';

function Quiet({ children }: { children: ReactNode }) {
  return (
    <Text as="div" variant="body-small" color="secondary">
      {children}
    </Text>
  );
}

function OneOf(props: { entityRef: string; children: ReactNode }) {
  return (
    <Flex gap="2" align="start">
      <PersonAvatar entityRef={props.entityRef} small />
      <div>
        <EntityRefLink entityRef={props.entityRef} hideIcon />
        <Quiet>{props.children}</Quiet>
      </div>
    </Flex>
  );
}

function Now({ row, now }: { row: RotationOnCall; now: number }) {
  const { onCall } = row;
  if (!onCall) {
    return <Text color="secondary">not for you to see, or not known yet</Text>;
  }
  const { current, gap, next, timeZone } = onCall;
  if (gap && !current) {
    return (
      <>
        <StateChip state="missed">nobody is on call</StateChip>
        <Quiet>
          since <Instant at={gap.start} timeZone={timeZone} now={now} />; level
          2 is told
        </Quiet>
      </>
    );
  }
  if (!current) return <Text color="secondary">not begun yet</Text>;
  return (
    <OneOf entityRef={current.primary}>
      until <Instant at={next.start} timeZone={timeZone} now={now} />
    </OneOf>
  );
}

function why({ onCall }: RotationOnCall): ReactNode {
  if (!onCall) return null;
  if (!onCall.current) return onCall.gap?.text;
  return (
    <>
      {decidingReason(onCall.current).text}
      {allHandsReason(onCall.current) && (
        <Quiet>◎ {allHandsReason(onCall.current)?.text}</Quiet>
      )}
    </>
  );
}

function columnsAt(now: number): DataColumn<RotationOnCall>[] {
  return [
    {
      id: 'rotation',
      label: 'Rotation',
      isRowHeader: true,
      cell: row => (
        <Text weight="bold">
          <EntityRefLink entityRef={row.id} hideIcon />
        </Text>
      ),
    },
    { id: 'now', label: 'Now', cell: row => <Now row={row} now={now} /> },
    {
      id: 'next',
      label: 'Next',
      cell: ({ onCall }) =>
        onCall && (
          <OneOf entityRef={onCall.next.primary}>
            from{' '}
            <Instant
              at={onCall.next.start}
              timeZone={onCall.timeZone}
              now={now}
            />
          </OneOf>
        ),
    },
    { id: 'why', label: 'Why', cell: why },
  ];
}

function Page({ page }: { page: Rotations }) {
  const now = useNow();
  const { rows, totalItems, offset, showNext, showPrevious } = page;
  if (!rows.length) {
    return (
      <Text as="p" color="secondary">
        There are no rotations yet. Register an entity of kind Rotation in the
        catalog; rotations that you may not see are not listed either.
      </Text>
    );
  }
  return (
    <>
      <DataTable label="Who is on call" columns={columnsAt(now)} rows={rows} />
      {(showNext || showPrevious) && (
        <TablePagination
          pageSize={ROTATIONS_PAGE_SIZE}
          showPageSizeOptions={false}
          offset={offset}
          totalCount={totalItems}
          hasNextPage={Boolean(showNext)}
          hasPreviousPage={Boolean(showPrevious)}
          onNextPage={() => showNext?.()}
          onPreviousPage={() => showPrevious?.()}
        />
      )}
    </>
  );
}

/** Who is on call in every rotation and who next; gaps stand first. */
export function RotationsOnCall(props: {
  /** Only those that this group owns. */
  ownerRef?: string;
}) {
  const page = useRotationsOnCall(props.ownerRef);
  switch (page.state) {
    case 'loading':
      return <PeopleSkeleton label="who is on call" count={3} />;
    case 'ready':
      return <Page page={page.value} />;
    default:
      return (
        <LoadFailure
          error={page.error}
          what="who is on call"
          whenNotAllowed="Ask whoever looks after this portal for the permission pipelines.rotation.read."
          onRetry={page.reload}
        />
      );
  }
}
