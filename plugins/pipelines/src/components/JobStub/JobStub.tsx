import { CodeSnippet } from '@backstage/core-components';
import { Text } from '@backstage/ui';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { JobName } from '@techflow/backstage-plugin-pipelines-common';
import { claimStub, pipelineStub } from '../../setup';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
      '& > *': { minWidth: 0 },
    },
  }),
  { name: 'PipelinesJobStub' },
);

/** The lines that claim a job: for a pipeline that there is, and for a new one. */
export function JobStub({ job }: { job: JobName }) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <section aria-label="Claim it for a pipeline that there is">
        <Text as="p" weight="bold">
          For a pipeline that there is
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          Add the job to the list in the pipeline's own file.
        </Text>
        <CodeSnippet language="yaml" text={claimStub(job)} showCopyCodeButton />
      </section>
      <section aria-label="Claim it for a new pipeline">
        <Text as="p" weight="bold">
          For a new pipeline
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          Fill in what stands in {'<…>'}, and register the file in the catalog.
        </Text>
        <CodeSnippet
          language="yaml"
          text={pipelineStub(job)}
          showCopyCodeButton
        />
      </section>
    </div>
  );
}
