import { stringifyEntityRef } from '@backstage/catalog-model';
import { Flex, Text } from '@backstage/ui';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { RotationEntity } from '@techflow/backstage-plugin-pipelines-common';
import { useNow } from '../../hooks/useNow';
import { useOfRotation } from '../../hooks/useOfRotation';
import { useRotationRights } from '../../hooks/useRotationRights';
import { FeedItem } from '../FeedItem';
import { NewFeed } from '../NewFeed';
import { PeopleSkeleton } from '../PeopleSkeleton';
import { RotationFailure } from '../RotationFailure';

function Feeds({ rotation }: { rotation: RotationEntity }) {
  const rotationRef = stringifyEntityRef(rotation);
  const now = useNow();
  const feeds = useOfRotation(rotationRef, 'feeds', pipelinesApi =>
    pipelinesApi.getCalendarFeeds({ rotationRef }),
  );
  switch (feeds.state) {
    case 'loading':
      return <PeopleSkeleton label="your feeds" count={1} />;
    case 'ready':
      return feeds.value.items.length ? (
        <Flex direction="column" gap="4">
          {feeds.value.items.map(feed => (
            <FeedItem
              key={feed.id}
              feed={feed}
              timeZone={rotation.spec.handoff.timeZone}
              now={now}
            />
          ))}
        </Flex>
      ) : (
        <Text as="p" color="secondary">
          You have no feed of this rotation yet.
        </Text>
      );
    default:
      return (
        <RotationFailure
          rotation={rotation}
          error={feeds.error}
          what="which feeds you have"
          onRetry={feeds.reload}
        />
      );
  }
}

/** Feeds tab on a Rotation's page: shifts in one's own calendar. */
export function RotationFeedsContent() {
  const { entity: rotation } = useEntity<RotationEntity>();
  const rotationRef = stringifyEntityRef(rotation);
  const { isMember } = useRotationRights(rotation);
  return (
    <Flex direction="column" gap="4">
      <EntityInfoCard title="Subscribe">
        <NewFeed
          key={rotationRef}
          rotationRef={rotationRef}
          isMember={isMember}
        />
      </EntityInfoCard>
      <EntityInfoCard title="Your feeds">
        <Feeds key={rotationRef} rotation={rotation} />
      </EntityInfoCard>
    </Flex>
  );
}
