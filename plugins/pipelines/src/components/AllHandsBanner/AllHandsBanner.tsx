import { Text } from '@backstage/ui';
import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import { RotationEntity } from '@techflow/backstage-plugin-pipelines-common';
import { fullRef } from '../../entities';
import { useSchedule } from '../../hooks/useSchedule';
import { useState } from 'react';
import { DateTime } from 'luxon';
import { allHandsReason } from '../../schedule';
import { EntityNames } from '../EntityNames';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      backgroundColor: alpha(theme.palette.text.primary, 0.06),
      borderRadius: 6,
      padding: theme.spacing(1, 1.5),
    },
  }),
  { name: 'PipelinesAllHandsBanner' },
);

/** How long before it begins it is said. */
const AHEAD_DAYS = 3;

function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en-US') + text.slice(1);
}

/** Says that everyone watches, or soon will, when that is so; nothing otherwise. */
export function AllHandsBanner(props: {
  rotationRef: string;
  /** Known on the page of the rotation: tells which pipelines are watched. */
  rotation?: RotationEntity;
}) {
  const { rotationRef, rotation } = props;
  const classes = useStyles();
  const [openedAt] = useState(() => DateTime.utc().startOf('minute'));
  const duty = useSchedule({
    rotationRef,
    from: openedAt.toISO(),
    to: openedAt.plus({ days: AHEAD_DAYS }).toISO(),
  });
  // The card below says it when duty cannot be fetched.
  if (duty.state !== 'ready') return null;
  const reason = duty.value.shifts.map(allHandsReason).find(Boolean);
  if (!reason) return null;
  const pipelines =
    rotation?.spec.allHands?.find(({ name }) => name === reason.name)
      ?.pipelines ?? [];
  return (
    <div className={classes.root} role="note">
      <Text variant="body-small">
        <strong>All hands.</strong> {capitalise(reason.text)}.
        {rotation && pipelines.length > 0 && (
          <>
            {' '}
            Watched:{' '}
            <EntityNames
              refs={pipelines.map(ref =>
                fullRef(ref, { kind: 'Pipeline', from: rotation }),
              )}
            />
            .
          </>
        )}
      </Text>
    </div>
  );
}
