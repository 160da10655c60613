import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import { ScrollRegion } from '../ScrollRegion';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      backgroundColor: alpha(theme.palette.text.primary, 0.05),
      borderRadius: 4,
      maxHeight: '18em',
      padding: theme.spacing(1, 1.5),
    },
    text: {
      fontFamily: 'monospace',
      fontSize: 12.5,
      lineHeight: 1.5,
      margin: 0,
      overflowWrap: 'anywhere',
      whiteSpace: 'pre-wrap',
    },
  }),
  { name: 'PipelinesErrorText' },
);

/** What a tool says went wrong: in full and as it was written; long ones scroll. */
export function ErrorText({ children }: { children: string }) {
  const classes = useStyles();
  return (
    <ScrollRegion label="Error message" className={classes.root}>
      <pre className={classes.text}>{children}</pre>
    </ScrollRegion>
  );
}
