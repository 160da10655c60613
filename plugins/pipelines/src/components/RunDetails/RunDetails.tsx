import { CopyTextButton } from '@backstage/core-components';
import { Flex, Text } from '@backstage/ui';
import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import { Run } from '@techflow/backstage-plugin-pipelines-common';
import { ReactNode } from 'react';
import { conflictWords, runDuration } from '../../runs';
import { durationWords } from '../../time';
import { ErrorText } from '../ErrorText';
import { Instant } from '../Instant';
import { RunLink } from '../RunLink';
import { RunSteps } from '../RunSteps';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      borderLeft: `3px solid ${alpha(theme.palette.text.primary, 0.15)}`,
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      paddingLeft: theme.spacing(2),
    },
    facts: {
      display: 'grid',
      gap: theme.spacing(1.5, 3),
      gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
      margin: 0,
      '& dt': { color: theme.palette.text.secondary, fontSize: 12 },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    },
    heading: {
      color: theme.palette.text.secondary,
      fontSize: 11,
      fontWeight: 600,
      letterSpacing: '0.05em',
      margin: theme.spacing(0, 0, 0.5),
      textTransform: 'uppercase',
    },
    list: { margin: 0, paddingLeft: '1.3em' },
    id: { fontFamily: 'monospace', fontSize: 12.5 },
    copy: { '& svg': { width: 16, height: 16 } },
  }),
  { name: 'PipelinesRunDetails' },
);

const COUNT = new Intl.NumberFormat('en-US');

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function RunId({ runId }: { runId: string }) {
  const classes = useStyles();
  return (
    <Flex gap="1" align="center">
      <span className={classes.id}>{runId}</span>
      <span className={classes.copy}>
        <CopyTextButton
          text={runId}
          tooltipText="Run id copied"
          aria-label="Copy the run id"
          variant="tertiary"
        />
      </span>
    </Flex>
  );
}

function Facts(props: { run: Run; timeZone: string; now: number }) {
  const { run, timeZone, now } = props;
  const { job, slot, nominal, startedAt, endedAt, lastHeardAt } = run;
  const { rows, engine, sender, producer } = run;
  const seconds = runDuration(run, now);
  const classes = useStyles();
  const instant = (at: string) => (
    <Instant at={at} timeZone={timeZone} now={now} />
  );
  return (
    <dl className={classes.facts}>
      <Fact name="Job">
        {job.name}
        <Text as="div" variant="body-small" color="secondary">
          {job.namespace}
        </Text>
      </Fact>
      <Fact name="Run id">
        <RunId runId={run.runId} />
      </Fact>
      {slot && <Fact name="Due">{instant(slot.dueAt)}</Fact>}
      {slot && nominal && (
        <Fact name="Slot as the tool says">{instant(nominal.start)}</Fact>
      )}
      {startedAt && <Fact name="Began">{instant(startedAt)}</Fact>}
      {endedAt && <Fact name="Ended">{instant(endedAt)}</Fact>}
      {seconds !== undefined && (
        <Fact name="Duration">{durationWords(seconds)}</Fact>
      )}
      {rows !== undefined && <Fact name="Rows">{COUNT.format(rows)}</Fact>}
      {engine && <Fact name="Engine">{engine}</Fact>}
      <Fact name="Tool">
        <RunLink run={run} now={now} />
      </Fact>
      <Fact name="Sender">{sender}</Fact>
      <Fact name="Producer">{producer}</Fact>
      <Fact name="Last heard">{instant(lastHeardAt)}</Fact>
    </dl>
  );
}

/** All that was told about a run: facts, error, remarks, steps. */
export function RunDetails(props: { run: Run; timeZone: string; now: number }) {
  const { run, timeZone, now } = props;
  const { error, conflict, remarks } = run;
  const classes = useStyles();
  const odd = [
    ...(conflict ? [`It was ${conflictWords(conflict, now)}.`] : []),
    ...remarks,
  ];
  return (
    <div className={classes.root}>
      {error && (
        <div>
          <h5 className={classes.heading}>Error</h5>
          <ErrorText>{error}</ErrorText>
        </div>
      )}
      {odd.length > 0 && (
        <div>
          <h5 className={classes.heading}>Remarks</h5>
          <ul className={classes.list}>
            {odd.map(remark => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </div>
      )}
      {run.steps > 0 && (
        <div>
          <h5 className={classes.heading}>Steps</h5>
          <RunSteps run={run} now={now} />
        </div>
      )}
      <Facts run={run} timeZone={timeZone} now={now} />
    </div>
  );
}
