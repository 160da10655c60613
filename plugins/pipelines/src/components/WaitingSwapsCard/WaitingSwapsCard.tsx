import { stringifyEntityRef } from '@backstage/catalog-model';
import { Flex, Text } from '@backstage/ui';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { RotationEntity } from '@techflow/backstage-plugin-pipelines-common';
import { useNow } from '../../hooks/useNow';
import { useOpenSwaps } from '../../hooks/useOpenSwaps';
import { PeopleSkeleton } from '../PeopleSkeleton';
import { RotationFailure } from '../RotationFailure';
import { WaitingSwap } from '../WaitingSwap';

function OpenSwaps({ rotation }: { rotation: RotationEntity }) {
  const now = useNow();
  const swaps = useOpenSwaps(stringifyEntityRef(rotation));
  switch (swaps.state) {
    case 'loading':
      return <PeopleSkeleton label="open swaps" count={1} />;
    case 'ready':
      return swaps.value.length ? (
        <Flex direction="column" gap="4">
          {swaps.value.map(swap => (
            <WaitingSwap
              key={swap.id}
              rotation={rotation}
              swap={swap}
              now={now}
            />
          ))}
        </Flex>
      ) : (
        <Text as="p" color="secondary">
          No swap waits for an answer.
        </Text>
      );
    default:
      return (
        <RotationFailure
          rotation={rotation}
          error={swaps.error}
          what="which swaps are open"
          onRetry={swaps.reload}
        />
      );
  }
}

/** Card on a Rotation's page: swaps that wait for an answer. */
export function WaitingSwapsCard() {
  const { entity: rotation } = useEntity<RotationEntity>();
  return (
    <EntityInfoCard title="Waiting for an answer">
      <OpenSwaps key={stringifyEntityRef(rotation)} rotation={rotation} />
    </EntityInfoCard>
  );
}
