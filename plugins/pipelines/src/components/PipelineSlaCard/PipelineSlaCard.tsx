import { Text } from '@backstage/ui';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  PipelineEntity,
  zonePlace,
} from '@techflow/backstage-plugin-pipelines-common';
import { PromiseInWords, usePromises } from '../../hooks/usePromises';
import { NoPromises } from '../NoPromises';
import { StateChip } from '../StateChip';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'baseline',
      gap: theme.spacing(2),
      padding: theme.spacing(1.25, 0),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
  }),
  { name: 'PipelinesSlaCard' },
);

function Promises(props: { promises: PromiseInWords[] }) {
  const classes = useStyles();
  return (
    <>
      <ul className={classes.list}>
        {props.promises.map(promise => (
          <li key={promise.id} className={classes.item}>
            <Text>{promise.sentence}</Text>
            <StateChip state="pending" />
          </li>
        ))}
      </ul>
      <Text as="p" variant="body-small" color="secondary">
        These promises are not judged yet.
      </Text>
    </>
  );
}

/** Card on a Pipeline's page: what it promises, each promise with its state. */
export function PipelineSlaCard() {
  const { entity: pipeline } = useEntity<PipelineEntity>();
  const { promises, timeZone } = usePromises(pipeline);
  return (
    <EntityInfoCard
      title="SLA"
      headerActions={
        timeZone && (
          <Text variant="body-small" color="secondary">
            {zonePlace(timeZone)} time
          </Text>
        )
      }
    >
      {promises.length ? <Promises promises={promises} /> : <NoPromises />}
    </EntityInfoCard>
  );
}
