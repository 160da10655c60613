import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import {
  countWords,
  FigureFormat,
  FigurePoint,
  figureWords,
} from '../../figures';
import { useNow } from '../../hooks/useNow';
import { dateWords, instantWords } from '../../time';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${alpha(theme.palette.text.primary, 0.2)}`,
      borderRadius: 4,
      boxShadow: theme.shadows[2],
      color: theme.palette.text.primary,
      fontSize: 12,
      padding: theme.spacing(0.75, 1),
    },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'PipelinesFigureHint' },
);

/** What the chart says at the place one points at. */
export function FigureHint(props: {
  point?: FigurePoint;
  format: FigureFormat;
}) {
  const { point, format } = props;
  const classes = useStyles();
  const now = useNow();
  if (!point || point.value === null) return null;
  const { at, day, value, band, count, good, total } = point;
  return (
    <div className={classes.root}>
      <div className={classes.quiet}>
        {day
          ? `${dateWords(day, { now })} (UTC)`
          : instantWords(new Date(at).toISOString(), { now })}
      </div>
      <strong>{figureWords(value, format)}</strong>
      {good !== undefined && total !== undefined && (
        <div>{countWords(good, total)}</div>
      )}
      {band && band[0] !== band[1] && (
        <div className={classes.quiet}>
          {figureWords(band[0], format)} to {figureWords(band[1], format)}
          {count !== undefined && `, ${count} figures`}
        </div>
      )}
    </div>
  );
}
