import { Link } from '@backstage/core-components';
import { Text } from '@backstage/ui';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Objective,
  ScorecardItem,
} from '@techflow/backstage-plugin-pipelines-common';
import { useMemo } from 'react';
import { useNow } from '../../hooks/useNow';
import { usePipelineTab } from '../../hooks/usePipelineTab';
import { shortMonth } from '../../time';
import {
  checksState,
  checksWords,
  scorecardCells,
  scorecardColumns,
  STATE_LOOKS,
} from '../../verdicts';
import { DataColumn, DataTable } from '../DataTable';
import { EntityNames } from '../EntityNames';
import { LevelTag } from '../LevelTag';
import { Quiet } from '../Quiet';
import { StateChip } from '../StateChip';
import { StateStrip } from '../StateStrip';

type Row = ScorecardItem & { id: string };

const useStyles = makeStyles(
  (theme: Theme) => ({
    cell: {
      borderRadius: 6,
      color: 'inherit',
      display: 'block',
      margin: -4,
      padding: 4,
      '& + &': { marginTop: theme.spacing(0.5) },
      '&:hover': { textDecoration: 'none' },
      '&:hover $word': { textDecoration: 'underline' },
    },
    word: { textUnderlineOffset: '2px' },
    score: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  }),
  { name: 'PipelinesScorecardTable' },
);

function Cell(props: {
  row: Row;
  type: Objective['type'];
  month: string;
  isRunning: boolean;
  now: number;
}) {
  const { row, type, month, isRunning, now } = props;
  const classes = useStyles();
  const tab = usePipelineTab();
  const cells = scorecardCells(row, type, { isRunning, now });
  if (!cells.length) return <Quiet>not promised</Quiet>;
  return (
    <>
      {cells.map(({ id, title, state, word, notes }) => (
        <Link
          key={id}
          to={tab(row.pipelineRef, 'sla', { month, promise: id })}
          className={classes.cell}
        >
          {title && <Quiet>{title}</Quiet>}
          <span className={classes.word}>
            <StateChip state={state}>{word}</StateChip>
          </span>
          {notes.map(note => (
            <Quiet key={note}>{note}</Quiet>
          ))}
        </Link>
      ))}
    </>
  );
}

/** Six months as a strip, and the same in words. */
function Trend({ row }: { row: Row }) {
  const cells = [...row.trend].reverse().map(({ month, checks }) => {
    const state = checksState(checks);
    const words = checks && checksWords(checks);
    const title = words
      ? `${shortMonth(month)}: ${words.score}, ${words.counts}`
      : `${shortMonth(month)}: not promised yet`;
    return { key: month, state, title };
  });
  const broken = cells.filter(({ state }) => state === 'missed').length;
  const kept = cells.filter(({ state }) => state === 'met').length;
  if (!cells.length) return <>–</>;
  return (
    <>
      <StateStrip
        words={cells
          .map(
            ({ title, state }) =>
              `${title}${state ? ` (${STATE_LOOKS[state].word})` : ''}`,
          )
          .join('; ')}
        cells={cells}
      />
      <Quiet>
        {broken + kept
          ? `${kept} of ${broken + kept} without a miss`
          : 'none judged'}
      </Quiet>
    </>
  );
}

function ScoreOf({ row }: { row: Row }) {
  const classes = useStyles();
  const { score, counts } = checksWords(row.checks);
  const { judged, expected } = row.checks;
  return (
    <div className={classes.score}>
      <Text as="div" weight="bold">
        {score}
      </Text>
      <Quiet>{counts}</Quiet>
      {judged < expected && (
        <Quiet>
          measured {judged} of {expected}
        </Quiet>
      )}
    </div>
  );
}

/** Pipelines by kinds of promises; each cell leads to its evidence. */
export function ScorecardTable(props: {
  items: ScorecardItem[];
  /** `yyyy-MM`. */
  month: string;
  /** It is the month that runs. */
  isRunning: boolean;
}) {
  const { items, month, isRunning } = props;
  const now = useNow();
  const rows = useMemo(
    () => items.map(item => ({ ...item, id: item.pipelineRef })),
    [items],
  );
  const columns: DataColumn<Row>[] = [
    {
      id: 'pipeline',
      label: 'Pipeline',
      isRowHeader: true,
      cell: row => (
        <>
          <Text as="div" weight="bold">
            <EntityRefLink entityRef={row.pipelineRef} hideIcon />
          </Text>
          <Quiet>
            <EntityNames refs={[row.owner]} />
          </Quiet>
          <LevelTag level={row.criticality} />
        </>
      ),
    },
    ...scorecardColumns(items).map(({ type, label }) => ({
      id: type,
      label,
      cell: (row: Row) => (
        <Cell
          row={row}
          type={type}
          month={month}
          isRunning={isRunning}
          now={now}
        />
      ),
    })),
    { id: 'score', label: 'Score', cell: row => <ScoreOf row={row} /> },
    { id: 'trend', label: 'Six months', cell: row => <Trend row={row} /> },
  ];
  return <DataTable label="Scorecard" columns={columns} rows={rows} />;
}
