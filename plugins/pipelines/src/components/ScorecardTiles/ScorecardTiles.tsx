import { Link } from '@backstage/core-components';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Scorecard } from '@techflow/backstage-plugin-pipelines-common';
import { ReactNode } from 'react';
import { countWords } from '../../figures';
import { useEntityNames } from '../../hooks/useEntityNames';
import { useNow } from '../../hooks/useNow';
import { usePipelineTab } from '../../hooks/usePipelineTab';
import { addMonths, monthName, periodWords } from '../../time';
import { checksWords, cutPercent, NOTHING, trendWords } from '../../verdicts';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(210px, 100%), 1fr))',
    },
    tile: {
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 8,
      color: theme.palette.text.primary,
      padding: theme.spacing(2, 2.5),
    },
    name: {
      color: theme.palette.text.secondary,
      fontSize: 13,
      fontWeight: 400,
      margin: 0,
    },
    figure: {
      fontSize: 32,
      fontVariantNumeric: 'tabular-nums',
      fontWeight: 700,
      lineHeight: 1.25,
    },
    notes: { color: theme.palette.text.secondary, fontSize: 13 },
  }),
  { name: 'PipelinesScorecardTiles' },
);

function Tile(props: { name: string; figure: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <section className={classes.tile} aria-label={props.name}>
      <h3 className={classes.name}>{props.name}</h3>
      <div className={classes.figure}>{props.figure}</div>
      <div className={classes.notes}>{props.children}</div>
    </section>
  );
}

/** Reviews that are named; the others are counted. */
const NAMED = 3;

function Unsigned({ scorecard }: { scorecard: Scorecard }) {
  const { unsigned, month } = scorecard;
  const now = useNow();
  const tab = usePipelineTab();
  const named = unsigned.slice(0, NAMED);
  const nameOf = useEntityNames(named.map(({ pipelineRef }) => pipelineRef));
  return (
    <Tile name="Waiting for a signature" figure={String(unsigned.length)}>
      {!unsigned.length && 'nothing is due'}
      {named.map(({ pipelineRef, objective, period }) => (
        <div key={`${pipelineRef} ${objective} ${period}`}>
          <Link to={tab(pipelineRef, 'sla', { month, promise: objective })}>
            {nameOf(pipelineRef)}, {periodWords(period, now)}
          </Link>
        </div>
      ))}
      {unsigned.length > NAMED && `and ${unsigned.length - NAMED} more`}
    </Tile>
  );
}

/** Issues of all promises to mend them in time; nothing where there were none. */
function issuesOf({ items }: Scorecard): { met: number; judged: number } {
  const scores = items.flatMap(({ objectives }) =>
    objectives
      .filter(({ type }) => type === 'resolution')
      .map(({ score }) => score),
  );
  const met = scores.reduce((sum, each) => sum + each.met, 0);
  const missed = scores.reduce((sum, each) => sum + each.missed, 0);
  return { met, judged: met + missed };
}

/** What all pipelines of the scorecard came to together, in a few figures. */
export function ScorecardTiles(props: {
  scorecard: Scorecard;
  /** It has more pages, so that its lines are not all pipelines. */
  isPart: boolean;
}) {
  const { scorecard, isPart } = props;
  const { month, checks, checksBefore } = scorecard;
  const classes = useStyles();
  const now = useNow();
  const { score, counts } = checksWords(checks);
  const { coverage, judged, expected, excluded } = checks;
  const trend = trendWords(checks, checksBefore);
  const issues = issuesOf(scorecard);
  return (
    <div className={classes.root}>
      <Tile name={`Promises kept, ${monthName(month, now)}`} figure={score}>
        {counts}
        {trend && (
          <>
            {' · '}
            <span aria-hidden>{trend.shape} </span>
            {trend.words} in {monthName(addMonths(month, -1), now)}
          </>
        )}
      </Tile>
      <Tile
        name="Measured"
        figure={coverage === undefined ? NOTHING : cutPercent(coverage)}
      >
        {expected ? countWords(judged, expected) : 'nothing to measure'}
        {excluded > 0 && ` · ${excluded} excluded`}
      </Tile>
      {issues.judged > 0 && !isPart && (
        <Tile
          name="Issues mended in time"
          figure={countWords(issues.met, issues.judged)}
        >
          by the promises to mend them
        </Tile>
      )}
      <Unsigned scorecard={scorecard} />
    </div>
  );
}
