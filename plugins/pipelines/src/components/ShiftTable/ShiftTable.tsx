import { Flex, Text } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';
import { allHandsReason, decidingReason, Schedule } from '../../schedule';
import { DataColumn, DataTable } from '../DataTable';
import { Instant } from '../Instant';
import { PersonAvatar } from '../PersonAvatar';
import { StateChip } from '../StateChip';

interface Row {
  id: string;
  start: string;
  end: string;
  why: string;
  /** Missing in a gap. */
  primary?: string;
  /** That everyone watches, in words. */
  allHands?: string;
  isAsked: boolean;
}

function rowsOf({ shifts, gaps, swaps }: Schedule): Row[] {
  const asked = new Set(
    swaps.flatMap(change =>
      change.type === 'swap' && change.state === 'proposed'
        ? change.shifts.map(({ number }) => number)
        : [],
    ),
  );
  const duty = shifts.map(shift => ({
    id: shift.start,
    start: shift.start,
    end: shift.end,
    why: decidingReason(shift).text,
    primary: shift.primary,
    allHands: allHandsReason(shift)?.text,
    isAsked: asked.has(shift.number),
  }));
  const holes = gaps.map(({ start, end, text }) => ({
    id: start,
    start,
    end,
    why: text,
    isAsked: false,
  }));
  return [...duty, ...holes].sort(
    (a, b) => Date.parse(a.start) - Date.parse(b.start),
  );
}

function OnCall({ row, isRunning }: { row: Row; isRunning: boolean }) {
  if (!row.primary) return <StateChip state="missed">nobody</StateChip>;
  return (
    <Flex gap="2" align="center" style={{ whiteSpace: 'nowrap' }}>
      <PersonAvatar entityRef={row.primary} small />
      <EntityRefLink entityRef={row.primary} hideIcon />
      {isRunning && (
        <Text variant="body-small" color="secondary">
          now
        </Text>
      )}
    </Flex>
  );
}

/** The month calendar as a table: every stretch of duty, each with why it is so. */
export function ShiftTable(props: { schedule: Schedule; now: number }) {
  const { schedule, now } = props;
  const { timeZone } = schedule;
  const rows = useMemo(() => rowsOf(schedule), [schedule]);
  const running = rows.find(
    ({ start, end }) => Date.parse(start) <= now && now < Date.parse(end),
  );
  const columns: DataColumn<Row>[] = [
    {
      id: 'person',
      label: 'On call',
      isRowHeader: true,
      cell: row => <OnCall row={row} isRunning={row.id === running?.id} />,
    },
    {
      id: 'when',
      label: 'When',
      cell: row => (
        <>
          <Instant at={row.start} timeZone={timeZone} now={now} /> –{' '}
          <Instant at={row.end} timeZone={timeZone} now={now} />
        </>
      ),
    },
    {
      id: 'why',
      label: 'Why',
      cell: row => (
        <>
          {row.why}
          {row.isAsked && '; a swap waits for an answer'}
          {row.allHands && (
            <Text as="div" variant="body-small" color="secondary">
              <span aria-hidden="true">◎</span> {row.allHands}
            </Text>
          )}
        </>
      ),
    },
  ];
  if (!rows.length) return <Text as="p">No shifts in this month.</Text>;
  return (
    <DataTable
      label="Shifts of the month"
      columns={columns}
      rows={rows}
      markedId={running?.id}
    />
  );
}
