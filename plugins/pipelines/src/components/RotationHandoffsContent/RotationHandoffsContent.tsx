import { stringifyEntityRef } from '@backstage/catalog-model';
import { Alert, Flex, Text } from '@backstage/ui';
import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  Handoff,
  RotationEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { useNow } from '../../hooks/useNow';
import { useOfRotation } from '../../hooks/useOfRotation';
import { HandoffItem } from '../HandoffItem';
import { PeopleSkeleton } from '../PeopleSkeleton';
import { RotationFailure } from '../RotationFailure';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li': {
        borderTop: `1px solid ${alpha(theme.palette.text.primary, 0.11)}`,
        padding: theme.spacing(1.5, 0),
      },
      '& > li:first-child': { borderTop: 0 },
    },
  }),
  { name: 'PipelinesRotationHandoffs' },
);

/** How far the list looks, back and ahead. */
const BACK_DAYS = 90;
const AHEAD_DAYS = 14;

function List(props: { rotation: RotationEntity; handoffs: Handoff[] }) {
  const { rotation, handoffs } = props;
  const classes = useStyles();
  const now = useNow();
  if (!handoffs.length) {
    return (
      <Text as="p" color="secondary">
        Duty has not changed hands in the last {BACK_DAYS} days, and does not
        within the next {AHEAD_DAYS}.
      </Text>
    );
  }
  const missing = handoffs.filter(({ state }) => state === 'missing').length;
  const latestFirst = [...handoffs].sort(
    (a, b) => Date.parse(b.meetingStart) - Date.parse(a.meetingStart),
  );
  return (
    <Flex direction="column" gap="3">
      {missing > 0 && (
        <Alert
          status="warning"
          icon
          title={`${missing} of ${handoffs.length} handoffs are missing.`}
          description="Nobody said that they took place. Write down what was told, or do it now."
        />
      )}
      <ul className={classes.list} aria-label="Handoffs">
        {latestFirst.map(handoff => (
          <li key={handoff.shiftNumber}>
            <HandoffItem rotation={rotation} handoff={handoff} now={now} />
          </li>
        ))}
      </ul>
    </Flex>
  );
}

function Handoffs({ rotation }: { rotation: RotationEntity }) {
  const rotationRef = stringifyEntityRef(rotation);
  const [openedAt] = useState(() => DateTime.utc());
  const handoffs = useOfRotation(rotationRef, 'handoffs', pipelinesApi =>
    pipelinesApi.getHandoffs({
      rotationRef,
      from: openedAt.minus({ days: BACK_DAYS }).toISO(),
      to: openedAt.plus({ days: AHEAD_DAYS }).toISO(),
    }),
  );
  switch (handoffs.state) {
    case 'loading':
      return <PeopleSkeleton label="handoffs" count={3} />;
    case 'ready':
      return <List rotation={rotation} handoffs={handoffs.value.items} />;
    default:
      return (
        <RotationFailure
          rotation={rotation}
          error={handoffs.error}
          what="which handoffs there were"
          onRetry={handoffs.reload}
        />
      );
  }
}

/** Handoffs tab on a Rotation's page: each change of duty, with its notes. */
export function RotationHandoffsContent() {
  const { entity: rotation } = useEntity<RotationEntity>();
  return (
    <EntityInfoCard title="Handoffs">
      <Handoffs key={stringifyEntityRef(rotation)} rotation={rotation} />
    </EntityInfoCard>
  );
}
