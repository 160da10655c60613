import { makeStyles, Theme } from '@material-ui/core/styles';
import { VerdictState } from '@techflow/backstage-plugin-pipelines-common';
import { STATE_LOOKS } from '../../verdicts';
import { cellColours } from './cellColours';

const useStyles = makeStyles(
  (theme: Theme) => ({
    // Thirty in one line where there is room for them, in any case in one line.
    root: { display: 'flex', gap: 2, maxWidth: 480 },
    cell: {
      alignItems: 'center',
      borderRadius: 3,
      boxSizing: 'border-box',
      display: 'flex',
      flex: '0 1 13px',
      fontSize: 9,
      fontWeight: 700,
      height: 20,
      justifyContent: 'center',
      minWidth: 7,
      overflow: 'hidden',
    },
    met: cellColours(theme, 'met'),
    missed: cellColours(theme, 'missed'),
    'at-risk': cellColours(theme, 'at-risk'),
    pending: cellColours(theme, 'pending'),
    'no-data': cellColours(theme, 'no-data'),
    'no-baseline': cellColours(theme, 'no-baseline'),
    excluded: cellColours(theme, 'excluded'),
    none: { backgroundColor: 'transparent' },
  }),
  { name: 'PipelinesStateStrip' },
);

/** What is well says so by its colour and by bearing no sign. */
const WITHOUT_SHAPE: readonly VerdictState[] = ['met', 'excluded', 'pending'];

/** A row of small cells, one for each state, oldest first. */
export function StateStrip(props: {
  /** The same in words: what is seen here in shapes and colours. */
  words: string;
  cells: readonly {
    key: string;
    /** Undefined where there was nothing to judge. */
    state?: VerdictState;
    /** Told when one points at it. */
    title?: string;
  }[];
}) {
  const classes = useStyles();
  return (
    <span className={classes.root} role="img" aria-label={props.words}>
      {props.cells.map(({ key, state, title }) => (
        <span
          key={key}
          title={title}
          className={`${classes.cell} ${classes[state ?? 'none']}`}
        >
          {state
            ? !WITHOUT_SHAPE.includes(state) && STATE_LOOKS[state].shape
            : '·'}
        </span>
      ))}
    </span>
  );
}
