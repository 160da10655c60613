import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { MemberShift } from '@techflow/backstage-plugin-pipelines-common';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { pipelinesApiRef } from '../../api';
import { useLoaded } from '../../hooks/useLoaded';
import { useNow } from '../../hooks/useNow';
import { joined } from '../../schedule';
import { Instant } from '../Instant';
import { LoadFailure } from '../LoadFailure';
import { PeopleSkeleton } from '../PeopleSkeleton';
import { StateChip } from '../StateChip';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li + li': { marginTop: theme.spacing(1.5) },
    },
  }),
  { name: 'PipelinesMemberShifts' },
);

/** How far ahead is looked. */
const AHEAD_DAYS = 90;

/** Shifts that one card shows. */
const SHOWN = 5;

function List({ shifts }: { shifts: MemberShift[] }) {
  const classes = useStyles();
  const now = useNow();
  if (!shifts.length) {
    return (
      <Text as="p" color="secondary">
        No shifts in the next {AHEAD_DAYS} days.
      </Text>
    );
  }
  return (
    <Flex direction="column" gap="2">
      <ul className={classes.list}>
        {shifts.slice(0, SHOWN).map(shift => {
          const { rotationRef, timeZone, start, end, reasons } = shift;
          return (
            <li key={`${rotationRef} ${start}`}>
              <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
                <Text weight="bold">
                  <Instant at={start} timeZone={timeZone} now={now} /> –{' '}
                  <Instant at={end} timeZone={timeZone} now={now} />
                </Text>
                {Date.parse(start) <= now && now < Date.parse(end) && (
                  <StateChip state="met">on call</StateChip>
                )}
              </Flex>
              <Text as="div" variant="body-small" color="secondary">
                <EntityRefLink entityRef={rotationRef} hideIcon /> ·{' '}
                {reasons.join('; ')}
              </Text>
            </li>
          );
        })}
      </ul>
      {shifts.length > SHOWN && (
        <Text as="p" variant="body-small" color="secondary">
          and {shifts.length - SHOWN} more in the next {AHEAD_DAYS} days
        </Text>
      )}
    </Flex>
  );
}

/** A person's duty in all rotations that the reader may see, soonest first. */
export function MemberShiftList({ member }: { member: string }) {
  const pipelinesApi = useApi(pipelinesApiRef);
  const [openedAt] = useState(() => DateTime.utc());
  const shifts = useLoaded(member, () =>
    pipelinesApi.getMemberShifts({
      member,
      from: openedAt.toISO(),
      to: openedAt.plus({ days: AHEAD_DAYS }).toISO(),
    }),
  );
  switch (shifts.state) {
    case 'loading':
      return <PeopleSkeleton label="shifts" />;
    case 'ready':
      return (
        <List
          shifts={joined(
            shifts.value.items,
            (one, other) => one.rotationRef === other.rotationRef,
          )}
        />
      );
    default:
      return (
        <LoadFailure
          error={shifts.error}
          what="which shifts there are"
          whenNotAllowed="Ask whoever looks after this portal for the permission pipelines.rotation.read."
          onRetry={shifts.reload}
        />
      );
  }
}
