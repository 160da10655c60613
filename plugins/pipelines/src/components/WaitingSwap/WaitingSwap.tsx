import { Button, Flex, Text } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  RotationEntity,
  SwapChange,
} from '@techflow/backstage-plugin-pipelines-common';
import { useState } from 'react';
import { useAnswerSwap } from '../../hooks/useAnswerSwap';
import { useRotationRights } from '../../hooks/useRotationRights';
import { rangeWords } from '../../time';
import { ActionFailure } from '../ActionFailure';
import { Instant } from '../Instant';
import { SwapResultDialog } from '../SwapResultDialog';

/** A swap that waits: who asks whom for what, and the answers the reader may give. */
export function WaitingSwap(props: {
  rotation: RotationEntity;
  swap: SwapChange;
  now: number;
}) {
  const { rotation, swap, now } = props;
  const { timeZone } = rotation.spec.handoff;
  const [asker, asked] = swap.shifts;
  const { userRef, isOwner } = useRotationRights(rotation);
  const { isSaving, error, save } = useAnswerSwap(swap);
  const [isShown, setShown] = useState(false);
  // Who asks does not answer himself, also when he may act for others.
  const mayAnswer =
    userRef !== asker.member && (isOwner || userRef === asked.member);
  const mayCancel =
    isOwner || userRef === asker.member || userRef === swap.requestedBy;
  return (
    <Flex direction="column" gap="2">
      <Text as="p">
        <EntityRefLink entityRef={asker.member} hideIcon /> asks{' '}
        <EntityRefLink entityRef={asked.member} hideIcon /> to swap{' '}
        {rangeWords(asker, { timeZone })} for {rangeWords(asked, { timeZone })}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {swap.reason && `${swap.reason} · `}
        expires <Instant at={swap.expiresAt} timeZone={timeZone} now={now} />
      </Text>
      <Flex gap="2" style={{ flexWrap: 'wrap' }}>
        {mayAnswer && (
          <>
            <Button
              size="small"
              isPending={isSaving}
              onPress={() => save('accept')}
            >
              Accept
            </Button>
            <Button
              size="small"
              variant="secondary"
              isDisabled={isSaving}
              onPress={() => save('decline')}
            >
              Decline
            </Button>
          </>
        )}
        <Button size="small" variant="secondary" onPress={() => setShown(true)}>
          See result
        </Button>
        {mayCancel && (
          <Button
            size="small"
            variant="tertiary"
            isDisabled={isSaving}
            onPress={() => save('cancel')}
          >
            Cancel swap
          </Button>
        )}
      </Flex>
      <ActionFailure rotationRef={swap.rotationRef} error={error} />
      <SwapResultDialog
        rotation={rotation}
        swap={swap}
        isOpen={isShown}
        onClose={() => setShown(false)}
      />
    </Flex>
  );
}
