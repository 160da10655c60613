import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { Run } from '@techflow/backstage-plugin-pipelines-common';
import { runTitle, webLink } from '../../runs';

const useStyles = makeStyles(
  { root: { whiteSpace: 'nowrap' } },
  { name: 'PipelinesRunLink' },
);

/** Leads to the run in its own tool, in a new tab; a dash where the tool told no page. */
export function RunLink({ run, now }: { run: Run; now: number }) {
  const classes = useStyles();
  const link = webLink(run.link);
  if (!link) return <>—</>;
  return (
    <Link
      to={link}
      className={classes.root}
      aria-label={`Open the ${runTitle(run, now)} in its tool`}
    >
      Open <span aria-hidden="true">↗</span>
    </Link>
  );
}
