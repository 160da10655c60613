import { stringifyEntityRef } from '@backstage/catalog-model';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  PipelineEntity,
  PipelineSla,
} from '@techflow/backstage-plugin-pipelines-common';
import { MonitorInWords } from '../../hooks/usePromises';
import { useSeriesOfMetrics } from '../../hooks/useSeriesOfMetrics';
import { byUrgency } from '../../verdicts';
import { MonitorItem } from '../MonitorItem';
import { SetupHint } from '../SetupHint';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      display: 'grid',
      gap: theme.spacing(4, 3),
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(320px, 100%), 1fr))',
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li': { minWidth: 0 },
    },
  }),
  { name: 'PipelinesMonitorsCard' },
);

const EXAMPLE = `spec:
  monitors:
    - id: revenue-drop
      type: change
      metric: revenue
      period: month
      mustNotDropMoreThan: 10
      severity: critical`;

/** Metric whose figures show what a monitor is about; that of some is no number. */
function metricOf({ spec }: MonitorInWords): string | undefined {
  switch (spec.type) {
    case 'freshness':
      return spec.watermark;
    case 'required':
      return undefined;
    default:
      return spec.metric;
  }
}

function Monitors(props: {
  pipeline: PipelineEntity;
  monitors: MonitorInWords[];
  sla?: PipelineSla;
}) {
  const { pipeline, monitors, sla } = props;
  const classes = useStyles();
  const series = useSeriesOfMetrics(stringifyEntityRef(pipeline));
  const judgedOf = (id: string) => sla?.monitors.find(each => each.id === id);
  const stateOf = ({ id }: MonitorInWords) =>
    judgedOf(id)?.current?.state ?? 'pending';
  const inOrder = [...monitors].sort((a, b) =>
    byUrgency(stateOf(a), stateOf(b)),
  );
  const seriesOf = (monitor: MonitorInWords) => {
    const metric = metricOf(monitor);
    // Without its chart a monitor still says how it stands.
    return metric && series.state === 'ready'
      ? series.value.get(metric)
      : undefined;
  };
  return (
    <ul className={classes.list}>
      {inOrder.map(monitor => (
        <li key={monitor.id}>
          <MonitorItem
            pipeline={pipeline}
            monitor={monitor}
            judged={judgedOf(monitor.id)}
            sla={sla}
            series={seriesOf(monitor)}
          />
        </li>
      ))}
    </ul>
  );
}

/** Card with all that warns about a pipeline, what warns now first. */
export function MonitorsCard(props: {
  pipeline: PipelineEntity;
  monitors: MonitorInWords[];
  /** How they stand; absent until it is known. */
  sla?: PipelineSla;
}) {
  return (
    <EntityInfoCard title="Monitors">
      {props.monitors.length ? (
        <Monitors {...props} />
      ) : (
        <SetupHint
          title="Nothing warns about this pipeline yet."
          yaml={EXAMPLE}
        >
          A monitor opens an issue when a figure looks wrong.
        </SetupHint>
      )}
    </EntityInfoCard>
  );
}
