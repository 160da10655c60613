import {
  RELATION_DEPENDENCY_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { Text } from '@backstage/ui';
import { makeStyles, Theme } from '@material-ui/core/styles';
import {
  EntityInfoCard,
  EntityRefLink,
  getEntityRelations,
  useEntity,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import {
  cronWords,
  PipelineEntity,
  zonePlace,
} from '@techflow/backstage-plugin-pipelines-common';
import { ReactNode } from 'react';
import { fullRef } from '../../entities';
import { LevelTag } from '../LevelTag';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: { containerType: 'inline-size' },
    flow: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto minmax(0, 1fr)',
      gap: theme.spacing(3),
      marginTop: theme.spacing(2),
      '@container (max-width: 560px)': {
        gridTemplateColumns: 'minmax(0, 1fr)',
        '& > div': { display: 'none' },
      },
    },
    self: {
      alignSelf: 'center',
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      color: theme.palette.text.secondary,
    },
    box: {
      border: `1px solid ${theme.palette.text.primary}`,
      borderRadius: 4,
      color: theme.palette.text.primary,
      maxWidth: 150,
      padding: theme.spacing(1, 1.5),
      textAlign: 'center',
    },
    list: {
      listStyle: 'none',
      margin: theme.spacing(0.5, 0, 0),
      padding: 0,
      '& > li + li': { marginTop: theme.spacing(0.75) },
    },
  }),
  { name: 'PipelinesReadsAndFeeds' },
);

function List(props: { label: string; empty: string; children: ReactNode[] }) {
  const classes = useStyles();
  return (
    <section aria-label={props.label}>
      <Text as="div" variant="body-small" color="secondary">
        {props.label}
      </Text>
      {props.children.length ? (
        <ul className={classes.list}>{props.children}</ul>
      ) : (
        <Text color="secondary">{props.empty}</Text>
      )}
    </section>
  );
}

type Output = NonNullable<PipelineEntity['spec']['outputs']>[number];

function OutputItem(props: { output: Output; pipeline: PipelineEntity }) {
  const { output, pipeline } = props;
  const schedule = pipeline.spec.schedules?.find(
    ({ audience }) => audience === output.audience,
  );
  return (
    <li>
      <Text>
        {output.name} → {output.audience}
      </Text>
      {schedule && (
        <Text as="div" variant="body-small" color="secondary">
          {cronWords(schedule.cron)} ({zonePlace(schedule.timeZone)})
        </Text>
      )}
      {output.formula && (
        <Text as="div" variant="body-small" color="secondary">
          {output.formula}
        </Text>
      )}
    </li>
  );
}

/** Card on a Pipeline's page: where its data comes from, what it makes, and for whom. */
export function ReadsAndFeedsCard() {
  const classes = useStyles();
  const { entity: pipeline } = useEntity<PipelineEntity>();
  const { primaryTitle } = useEntityPresentation(pipeline);
  const { dataSources = [], dependsOn = [], outputs = [] } = pipeline.spec;
  const downstream = getEntityRelations(pipeline, RELATION_DEPENDENCY_OF);
  return (
    <EntityInfoCard title="Reads and feeds">
      <div className={classes.root}>
        <Text as="p">
          {pipeline.spec.purpose} <LevelTag level={pipeline.spec.criticality} />
        </Text>
        <div className={classes.flow}>
          <List label="Reads" empty="No sources are written down.">
            {[
              ...dataSources.map(source => (
                <li key={source}>
                  <Text>{source}</Text>
                </li>
              )),
              ...dependsOn.map(ref => (
                <li key={ref}>
                  <EntityRefLink
                    entityRef={fullRef(ref, {
                      kind: 'Pipeline',
                      from: pipeline,
                    })}
                  />
                </li>
              )),
            ]}
          </List>
          <div className={classes.self} aria-hidden="true">
            <span>→</span>
            <span className={classes.box}>{primaryTitle}</span>
            <span>→</span>
          </div>
          <List label="Feeds" empty="No outputs are written down.">
            {[
              ...downstream.map(ref => (
                <li key={stringifyEntityRef(ref)}>
                  <EntityRefLink entityRef={ref} />
                </li>
              )),
              ...outputs.map(output => (
                <OutputItem
                  key={`${output.name} ${output.audience}`}
                  output={output}
                  pipeline={pipeline}
                />
              )),
            ]}
          </List>
        </div>
      </div>
    </EntityInfoCard>
  );
}
