import { alpha, makeStyles, Theme } from '@material-ui/core/styles';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'inline-block',
      border: `1px solid ${alpha(theme.palette.text.primary, 0.25)}`,
      borderRadius: 4,
      padding: '0 7px',
      fontSize: 11,
      lineHeight: '18px',
      letterSpacing: '0.03em',
      whiteSpace: 'nowrap',
      textTransform: 'uppercase',
    },
    strong: { borderColor: 'currentColor' },
  }),
  { name: 'PipelinesLevelTag' },
);

const STRONG = ['highest', 'high', 'critical'];

/** A level on a scale, such as a criticality or a severity; the upper ones stand out. */
export function LevelTag(props: { level: string }) {
  const classes = useStyles();
  const strong = STRONG.includes(props.level) ? classes.strong : '';
  return <span className={`${classes.root} ${strong}`}>{props.level}</span>;
}
