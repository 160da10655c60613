import { MarkdownContent } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { RunbookEntity } from '@techflow/backstage-plugin-pipelines-common';

const useStyles = makeStyles(
  {
    // Headings of the text are smaller than the title of the card they stand in.
    root: {
      fontSize: 14,
      lineHeight: 1.5,
      '& h1, & h2': { fontSize: 16, margin: '20px 0 8px' },
      '& h3, & h4, & h5, & h6': { fontSize: 14, margin: '16px 0 8px' },
    },
  },
  { name: 'PipelinesRunbookBody' },
);

/** What a runbook says beside its rows: Markdown, cleaned of anything that could run. */
export function RunbookBody(props: { runbook: RunbookEntity }) {
  const classes = useStyles();
  const { body } = props.runbook.spec;
  if (!body) return null;
  return (
    <MarkdownContent content={body} dialect="gfm" className={classes.root} />
  );
}
