import { Flex, Text } from '@backstage/ui';
import { makeStyles, Theme } from '@material-ui/core/styles';
import {
  EntityInfoCard,
  EntityRefLink,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  OnCall,
  RotationEntity,
  zonePlace,
} from '@techflow/backstage-plugin-pipelines-common';
import { fullRef } from '../../entities';
import { useNow } from '../../hooks/useNow';
import { useOnCall } from '../../hooks/useOnCall';
import { AllHandsBanner } from '../AllHandsBanner';
import { OnCallAnswer } from '../OnCallAnswer';
import { PersonAvatar } from '../PersonAvatar';

const useStyles = makeStyles(
  (theme: Theme) => ({
    members: {
      listStyle: 'none',
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      '& > li': {
        display: 'flex',
        alignItems: 'center',
        gap: theme.spacing(1.25),
        padding: theme.spacing(0.5, 0),
      },
    },
    place: {
      color: theme.palette.text.secondary,
      fontVariantNumeric: 'tabular-nums',
      minWidth: '1.5em',
    },
  }),
  { name: 'PipelinesRotationNow' },
);

function capitalise(word: string): string {
  return word.charAt(0).toLocaleUpperCase('en-US') + word.slice(1);
}

/** What the schema fills in where a rotation says nothing. */
const DEFAULT_MEETING_MINUTES = 30;

function handoffWords({ spec }: RotationEntity): string {
  const { length = 1, handoff, type } = spec;
  const { weekday = '', time, timeZone } = handoff;
  const meeting = handoff.meetingMinutes ?? DEFAULT_MEETING_MINUTES;
  const unit = type === 'weekly' ? 'week' : 'day';
  const rhythm = length === 1 ? `every ${unit}` : `every ${length} ${unit}s`;
  const when = type === 'weekly' ? `${capitalise(weekday)} ${time}` : time;
  return `Duty changes ${rhythm}, ${when} (${zonePlace(
    timeZone,
  )}), with a handoff of ${meeting} minutes.`;
}

function Members(props: { rotation: RotationEntity; onCall?: OnCall }) {
  const classes = useStyles();
  const { rotation, onCall } = props;
  return (
    <ol className={classes.members} aria-label="Members in order">
      {rotation.spec.members.map((member, index) => {
        const ref = fullRef(member, { kind: 'User', from: rotation });
        return (
          <li key={ref}>
            <span className={classes.place} aria-hidden="true">
              {index + 1}
            </span>
            <PersonAvatar entityRef={ref} small />
            <EntityRefLink entityRef={ref} hideIcon />
            {onCall?.current?.primary === ref && (
              <Text variant="body-small" color="secondary">
                now
              </Text>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Card on a Rotation's page: who has duty now and next, and all members in order. */
export function RotationNowCard() {
  const { entity: rotation } = useEntity<RotationEntity>();
  const rotationRef = stringifyEntityRef(rotation);
  const now = useNow();
  const onCall = useOnCall({ rotationRef, now });
  return (
    <EntityInfoCard title="Now">
      <Flex direction="column" gap="4">
        <AllHandsBanner rotationRef={rotationRef} rotation={rotation} />
        <OnCallAnswer
          rotationRef={rotationRef}
          onCall={onCall}
          now={now}
          askRef={fullRef(rotation.spec.owner, {
            kind: 'Group',
            from: rotation,
          })}
        />
        <div>
          <Text as="div" weight="bold">
            Members in order
          </Text>
          <Members
            rotation={rotation}
            onCall={onCall.state === 'ready' ? onCall.value : undefined}
          />
        </div>
        <Text as="p" variant="body-small" color="secondary">
          {handoffWords(rotation)}
        </Text>
      </Flex>
    </EntityInfoCard>
  );
}
