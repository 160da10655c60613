import { Text } from '@backstage/ui';
import { makeStyles, Theme } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import {
  PipelineEntity,
  Run,
} from '@techflow/backstage-plugin-pipelines-common';
import { ReactNode } from 'react';
import { scheduleZone } from '../../entities';
import {
  conflictWords,
  lateness,
  producerName,
  runDuration,
  runTitle,
} from '../../runs';
import { durationWords } from '../../time';
import { ExpandableColumn, ExpandableTable } from '../ExpandableTable';
import { Instant } from '../Instant';
import { LevelTag } from '../LevelTag';
import { RunDetails } from '../RunDetails';
import { RunLink } from '../RunLink';
import { RunStateChip } from '../RunStateChip';
import { StateChip } from '../StateChip';

const useStyles = makeStyles(
  (theme: Theme) => ({
    mark: {
      appearance: 'none',
      background: 'none',
      border: 0,
      color: theme.palette.text.primary,
      cursor: 'help',
      display: 'block',
      font: 'inherit',
      fontSize: 12,
      marginTop: 4,
      padding: 0,
      textAlign: 'left',
      whiteSpace: 'nowrap',
    },
    figure: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  }),
  { name: 'PipelinesRuns' },
);

const COUNT = new Intl.NumberFormat('en-US');

function Quiet({ children }: { children: ReactNode }) {
  return (
    <Text as="div" variant="body-small" color="secondary">
      {children}
    </Text>
  );
}

function StateOf({ run, now }: { run: Run; now: number }) {
  const classes = useStyles();
  const words = run.conflict && conflictWords(run.conflict, now);
  return (
    <>
      <RunStateChip state={run.state} />
      {words && (
        <Tooltip title={words} placement="top" enterTouchDelay={0}>
          <button type="button" className={classes.mark} aria-label={words}>
            <span aria-hidden="true">▲ reported twice</span>
          </button>
        </Tooltip>
      )}
    </>
  );
}

interface Context {
  pipeline: PipelineEntity;
  now: number;
  /** The pipeline has several jobs, so that the name must be said. */
  hasManyJobs: boolean;
}

function Slot({ run, context }: { run: Run; context: Context }) {
  const { pipeline, now, hasManyJobs } = context;
  const { slot, nominal, job, isBackfill, isStreaming } = run;
  const timeZone = scheduleZone(pipeline, slot?.audience);
  return (
    <>
      {slot && <Instant at={slot.expectedAt} timeZone={timeZone} now={now} />}
      {!slot && nominal && (
        <Instant at={nominal.start} timeZone={timeZone} now={now} />
      )}
      {!slot && !nominal && <Text color="secondary">no slot</Text>}
      {slot && <Quiet>{slot.audience}</Quiet>}
      {!slot && nominal && <Quiet>as the tool says</Quiet>}
      {hasManyJobs && <Quiet>{job.name}</Quiet>}
      {isBackfill && (
        <div>
          <LevelTag level="backfill" />
        </div>
      )}
      {isStreaming && (
        <div>
          <LevelTag level="streaming" />
        </div>
      )}
    </>
  );
}

function Kept({ run, now }: { run: Run; now: number }) {
  const kept = lateness(run, now);
  switch (kept.state) {
    case 'none':
      return <>—</>;
    case 'late':
      return <StateChip state="at-risk">{kept.words}</StateChip>;
    default:
      return <>{kept.words}</>;
  }
}

function Figure({ children }: { children: ReactNode }) {
  const classes = useStyles();
  return <span className={classes.figure}>{children}</span>;
}

function SaidBy({ run }: { run: Run }) {
  const { producer, sender } = run;
  return (
    <>
      {producerName(producer)}
      <Quiet>{sender}</Quiet>
    </>
  );
}

function columnsOf(context: Context): ExpandableColumn<Run>[] {
  const { pipeline, now } = context;
  const timeZone = scheduleZone(pipeline);
  return [
    {
      id: 'state',
      label: 'State',
      cell: run => <StateOf run={run} now={now} />,
    },
    {
      id: 'slot',
      label: 'Slot',
      isRowHeader: true,
      cell: run => <Slot run={run} context={context} />,
    },
    {
      id: 'kept',
      label: 'Kept to it',
      cell: run => <Kept run={run} now={now} />,
    },
    {
      id: 'began',
      label: 'Began',
      isExtra: true,
      cell: ({ startedAt }) =>
        startedAt ? (
          <Instant at={startedAt} timeZone={timeZone} now={now} />
        ) : (
          '—'
        ),
    },
    {
      id: 'duration',
      label: 'Duration',
      isExtra: true,
      cell: run => {
        const seconds = runDuration(run, now);
        return (
          <Figure>
            {seconds === undefined ? '—' : durationWords(seconds)}
          </Figure>
        );
      },
    },
    {
      id: 'rows',
      label: 'Rows',
      isExtra: true,
      cell: ({ rows }) => (
        <Figure>{rows === undefined ? '—' : COUNT.format(rows)}</Figure>
      ),
    },
    {
      id: 'said-by',
      label: 'Said by',
      isExtra: true,
      cell: run => <SaidBy run={run} />,
    },
    {
      id: 'tool',
      label: 'Tool',
      isExtra: true,
      cell: run => <RunLink run={run} now={now} />,
    },
  ];
}

/** Runs of a pipeline; each opens to its steps and all that was told about it. */
export function RunsTable(props: {
  pipeline: PipelineEntity;
  runs: Run[];
  now: number;
}) {
  const { pipeline, runs, now } = props;
  const jobs = new Set(runs.map(({ jobId }) => jobId));
  return (
    <ExpandableTable
      label="Runs"
      columns={columnsOf({ pipeline, now, hasManyJobs: jobs.size > 1 })}
      rows={runs}
      details={{
        label: run => `Details of the ${runTitle(run, now)}`,
        render: run => (
          <RunDetails run={run} timeZone={scheduleZone(pipeline)} now={now} />
        ),
      }}
    />
  );
}
