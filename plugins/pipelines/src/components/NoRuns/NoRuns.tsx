import { Link } from '@backstage/core-components';
import { Flex, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { PipelineEntity } from '@techflow/backstage-plugin-pipelines-common';
import { useSetupPath } from '../../hooks/useSetupPath';
import { SetupHint } from '../SetupHint';

const useStyles = makeStyles(
  { list: { margin: 0, paddingLeft: '1.3em' } },
  { name: 'PipelinesNoRuns' },
);

const EXAMPLE = `spec:
  jobs:
    - namespace: airflow
      name: profit_monthly`;

function SetupLink() {
  const path = useSetupPath();
  return path ? <Link to={path}>Setup</Link> : <>the Setup page</>;
}

/** Stands where runs would be, and says what to set so that they appear. */
export function NoRuns({ pipeline }: { pipeline: PipelineEntity }) {
  const classes = useStyles();
  const { jobs = [] } = pipeline.spec;
  if (!jobs.length) {
    return (
      <Flex direction="column" gap="3">
        <SetupHint title="This pipeline claims no jobs yet." yaml={EXAMPLE}>
          Runs belong to a pipeline when it claims their job. Name its jobs in
          the pipeline's own file, as OpenLineage names them.
        </SetupHint>
        <Text as="p" color="secondary">
          <SetupLink /> lists the jobs that were heard of, each with the lines
          that claim it, and what to set in Airflow, Spark, dbt or Flink so that
          they are heard.
        </Text>
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="2">
      <Text as="p" weight="bold">
        No run was heard of yet.
      </Text>
      <Text as="p">This pipeline claims:</Text>
      <ul className={classes.list}>
        {jobs.map(({ namespace, name }) => (
          <li key={`${namespace} ${name}`}>
            {name}{' '}
            <Text variant="body-small" color="secondary">
              in {namespace}
            </Text>
          </li>
        ))}
      </ul>
      <Text as="p" color="secondary">
        Runs appear here seconds after the tool tells of them. If it has run
        already, see on <SetupLink /> whether it sends at all, and whether it
        calls its job and namespace exactly so.
      </Text>
    </Flex>
  );
}
