import { Button, Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { CalendarFeed } from '@techflow/backstage-plugin-pipelines-common';
import { useCallback, useState } from 'react';
import { pipelinesApiRef } from '../../api';
import { announceRotationUpdate } from '../../hooks/rotationUpdates';
import { useSaving } from '../../hooks/useSaving';
import { ActionFailure } from '../ActionFailure';
import { Instant } from '../Instant';

/** A feed of the reader's: what it holds, when it was last read, and how to end it. */
export function FeedItem(props: {
  feed: CalendarFeed;
  timeZone: string;
  now: number;
}) {
  const { feed, timeZone, now } = props;
  const { id, rotationRef, member, createdAt, lastReadAt } = feed;
  const pipelinesApi = useApi(pipelinesApiRef);
  const [isAsking, setAsking] = useState(false);
  const { isSaving, error, save } = useSaving(
    useCallback(async () => {
      await pipelinesApi.revokeCalendarFeed({ id });
      announceRotationUpdate(rotationRef);
    }, [pipelinesApi, id, rotationRef]),
  );
  return (
    <Flex direction="column" gap="2">
      <Flex gap="3" align="center" style={{ flexWrap: 'wrap' }}>
        <div>
          <Text as="div" weight="bold">
            {member ? 'My shifts' : 'Whole rotation'}
          </Text>
          <Text as="div" variant="body-small" color="secondary">
            created <Instant at={createdAt} timeZone={timeZone} now={now} /> ·{' '}
            {lastReadAt ? (
              <>
                last read{' '}
                <Instant at={lastReadAt} timeZone={timeZone} now={now} />
              </>
            ) : (
              'never read by a calendar'
            )}
          </Text>
        </div>
        {!isAsking && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => setAsking(true)}
          >
            Revoke
          </Button>
        )}
      </Flex>
      {isAsking && (
        <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
          <Text>Calendars that use it get nothing from now on.</Text>
          <Button size="small" isPending={isSaving} onPress={() => save()}>
            Revoke it
          </Button>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setAsking(false)}
          >
            Keep it
          </Button>
        </Flex>
      )}
      <ActionFailure rotationRef={rotationRef} error={error} />
    </Flex>
  );
}
