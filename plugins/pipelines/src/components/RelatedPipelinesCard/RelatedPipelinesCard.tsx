import { Flex, Skeleton, Text } from '@backstage/ui';
import { makeStyles, Theme } from '@material-ui/core/styles';
import {
  EntityInfoCard,
  EntityRefLink,
  useEntity,
} from '@backstage/plugin-catalog-react';
import {
  RelatedPipelines,
  useRelatedPipelines,
} from '../../hooks/useRelatedPipelines';
import { LevelTag } from '../LevelTag';
import { LoadFailure } from '../LoadFailure';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li': {
        alignItems: 'center',
        display: 'flex',
        flexWrap: 'wrap',
        gap: theme.spacing(1),
        padding: theme.spacing(0.5, 0),
      },
    },
  }),
  { name: 'PipelinesRelatedPipelines' },
);

function PipelineList(props: { pipelines: RelatedPipelines; field: string }) {
  const classes = useStyles();
  const { rows, totalItems } = props.pipelines;
  if (!rows.length) {
    return (
      <Text as="p" color="secondary">
        No pipeline names it yet. A pipeline does so with {props.field}.
      </Text>
    );
  }
  return (
    <Flex direction="column" gap="2">
      <ul className={classes.list}>
        {rows.map(row => (
          <li key={row.pipelineRef}>
            <EntityRefLink entityRef={row.pipelineRef} hideIcon />
            <LevelTag level={row.criticality} />
          </li>
        ))}
      </ul>
      {totalItems > rows.length && (
        <Text as="p" variant="body-small" color="secondary">
          and {totalItems - rows.length} more
        </Text>
      )}
    </Flex>
  );
}

/** Card on the page of a Rotation, Runbook or EscalationPolicy: the pipelines that name it. */
export function RelatedPipelinesCard(props: {
  title: string;
  /** Relation from a pipeline to the entity of the page. */
  relation: string;
  /** The pipeline's field that names it. */
  field: string;
}) {
  const { entity } = useEntity();
  const pipelines = useRelatedPipelines(entity, props.relation);
  return (
    <EntityInfoCard title={props.title}>
      {pipelines.state === 'loading' && (
        <div role="status" aria-label="Loading pipelines">
          <Skeleton width="70%" height={16} />
        </div>
      )}
      {pipelines.state === 'ready' && (
        <PipelineList pipelines={pipelines.value} field={props.field} />
      )}
      {pipelines.state === 'failed' && (
        <LoadFailure
          error={pipelines.error}
          what="which pipelines name it"
          whenNotAllowed="Ask whoever looks after this portal for leave to read the catalog."
          onRetry={pipelines.reload}
        />
      )}
    </EntityInfoCard>
  );
}
