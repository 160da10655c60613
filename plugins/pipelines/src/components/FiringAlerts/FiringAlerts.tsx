import { Link } from '@backstage/core-components';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Flex, Text } from '@backstage/ui';
import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  PipelineAlert,
  PipelineEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import { scheduleZone } from '../../entities';
import { useNow } from '../../hooks/useNow';
import { usePolled } from '../../hooks/usePolled';
import { webLink } from '../../runs';
import { Instant } from '../Instant';
import { LevelTag } from '../LevelTag';
import { failureKind } from '../LoadFailure';
import { PipelineFailure } from '../PipelineFailure';
import { StateChip } from '../StateChip';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li': {
        borderTop: `1px solid ${alpha(theme.palette.text.primary, 0.11)}`,
        padding: theme.spacing(1.25, 0),
      },
      '& > li:first-child': { borderTop: 0, paddingTop: 0 },
      '& > li:last-child': { paddingBottom: 0 },
    },
  }),
  { name: 'PipelinesFiringAlerts' },
);

function AlertLine(props: {
  alert: PipelineAlert;
  timeZone: string;
  now: number;
}) {
  const { alert, timeZone, now } = props;
  const link = webLink(alert.link);
  return (
    <>
      <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
        <StateChip state="missed">firing</StateChip>
        {alert.severity && <LevelTag level={alert.severity} />}
        <Text weight="bold">{alert.name}</Text>
        <Text variant="body-small" color="secondary">
          since <Instant at={alert.startsAt} timeZone={timeZone} now={now} />
        </Text>
        {link && (
          <Link to={link} aria-label={`Open ${alert.name} where it was made`}>
            Open <span aria-hidden="true">↗</span>
          </Link>
        )}
      </Flex>
      {alert.summary && <Text as="p">{alert.summary}</Text>}
    </>
  );
}

/** Card with the alerts that fire about a pipeline; absent while there are none. */
export function FiringAlerts({ pipeline }: { pipeline: PipelineEntity }) {
  const classes = useStyles();
  const now = useNow();
  const pipelineRef = stringifyEntityRef(pipeline);
  const loaded = usePolled(pipelineRef, async pipelinesApi => {
    const { items } = await pipelinesApi.getAlerts({
      pipelineRef,
      state: 'firing',
    });
    return items;
  });
  if (loaded.state === 'loading') return null;
  if (loaded.state === 'failed') {
    // The runs below say the rest: nothing of this pipeline may be seen.
    return failureKind(loaded.error) === 'unreachable' ? (
      <EntityInfoCard title="Alerts">
        <PipelineFailure
          pipeline={pipeline}
          error={loaded.error}
          what="which alerts fire"
          onRetry={loaded.reload}
        />
      </EntityInfoCard>
    ) : null;
  }
  if (!loaded.value.length) return null;
  return (
    <EntityInfoCard title={`Alerts firing (${loaded.value.length})`}>
      <ul className={classes.list} aria-label="Alerts firing">
        {loaded.value.map(alert => (
          <li key={alert.id}>
            <AlertLine
              alert={alert}
              timeZone={scheduleZone(pipeline)}
              now={now}
            />
          </li>
        ))}
      </ul>
    </EntityInfoCard>
  );
}
