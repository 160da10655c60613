import { useApi } from '@backstage/core-plugin-api';
import { Button, Text } from '@backstage/ui';
import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import { Run } from '@techflow/backstage-plugin-pipelines-common';
import { useMemo, useState } from 'react';
import { pipelinesApiRef } from '../../api';
import { isNamed, useIngestNews } from '../../hooks/useIngestNews';
import { useLive } from '../../hooks/useLive';
import { runDuration, Step, stepTree } from '../../runs';
import { durationWords } from '../../time';
import { ErrorText } from '../ErrorText';
import { LinesSkeleton } from '../LinesSkeleton';
import { LoadFailure } from '../LoadFailure';
import { RunStateChip } from '../RunStateChip';

const useStyles = makeStyles(
  (theme: Theme) => {
    const line = `1px solid ${alpha(theme.palette.text.primary, 0.08)}`;
    return {
      list: {
        listStyle: 'none',
        margin: 0,
        padding: 0,
        '& ul': { listStyle: 'none', margin: 0, paddingLeft: theme.spacing(3) },
      },
      step: {
        alignItems: 'baseline',
        borderBottom: line,
        display: 'grid',
        gap: theme.spacing(0.5, 2),
        gridTemplateColumns: '7em minmax(0, 1fr) 7em 9em',
        padding: theme.spacing(0.75, 0),
        [theme.breakpoints.down('sm')]: {
          gridTemplateColumns: '7em minmax(0, 1fr)',
        },
      },
      name: { overflowWrap: 'anywhere' },
      error: {
        '& summary': { cursor: 'pointer', fontSize: 12 },
      },
      figure: {
        fontVariantNumeric: 'tabular-nums',
        [theme.breakpoints.down('sm')]: { gridColumn: 2 },
      },
    };
  },
  { name: 'PipelinesRunSteps' },
);

const COUNT = new Intl.NumberFormat('en-US');

/** More steps than these are shown on demand. */
const FIRST = 50;

/** Longer than this, the first line of an error is cut. */
const LONGEST_LINE = 120;

function firstLine(error: string): string {
  const [line] = error.trim().split('\n');
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
}

function StepLine({ step, now }: { step: Step; now: number }) {
  const classes = useStyles();
  const { run, name, steps } = step;
  const seconds = runDuration(run, now);
  return (
    <li>
      <div className={classes.step}>
        <span>
          <RunStateChip state={run.state} />
        </span>
        <div className={classes.name}>
          {name}
          {run.error && (
            <details className={classes.error}>
              <summary>{firstLine(run.error)}</summary>
              <ErrorText>{run.error}</ErrorText>
            </details>
          )}
        </div>
        <span className={classes.figure}>
          {seconds === undefined ? '—' : durationWords(seconds)}
        </span>
        <span className={classes.figure}>
          {run.rows === undefined ? '' : `${COUNT.format(run.rows)} rows`}
        </span>
      </div>
      {steps.length > 0 && (
        <ul>
          {steps.map(each => (
            <StepLine key={each.run.id} step={each} now={now} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Tree(props: { root: Run; runs: Run[]; now: number }) {
  const { root, runs, now } = props;
  const classes = useStyles();
  const [showsAll, setShowsAll] = useState(false);
  const shown = useMemo(
    () => stepTree(root, showsAll ? runs : runs.slice(0, FIRST)),
    [root, runs, showsAll],
  );
  return (
    <>
      <ul className={classes.list} aria-label="Steps">
        {shown.map(step => (
          <StepLine key={step.run.id} step={step} now={now} />
        ))}
      </ul>
      {!showsAll && runs.length > FIRST && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setShowsAll(true)}
        >
          Show all {runs.length} steps
        </Button>
      )}
      {showsAll && root.steps > runs.length && (
        <Text as="p" variant="body-small" color="secondary">
          These are the first {runs.length} of {root.steps} steps. See the rest
          in the tool.
        </Text>
      )}
    </>
  );
}

/** Steps of a run and steps of those, fetched when this is shown, and kept fresh. */
export function RunSteps({ run, now }: { run: Run; now: number }) {
  const pipelinesApi = useApi(pipelinesApiRef);
  const { loaded, renew } = useLive(run.id, async () => {
    const { items } = await pipelinesApi.getRunSteps({ id: run.id });
    return items;
  });
  const steps = loaded.state === 'ready' ? loaded.value : [];
  useIngestNews({
    concerns: ({ jobIds }) =>
      [run, ...steps].some(({ jobId }) => isNamed(jobIds, jobId)),
    onNews: renew,
  });
  switch (loaded.state) {
    case 'loading':
      return <LinesSkeleton label="the steps" count={2} />;
    case 'ready':
      return <Tree root={run} runs={loaded.value} now={now} />;
    default:
      return (
        <LoadFailure
          error={loaded.error}
          what="which steps it has"
          whenNotAllowed="Ask the owner of the pipeline for the permission pipelines.pipeline.read."
          onRetry={loaded.reload}
        />
      );
  }
}
