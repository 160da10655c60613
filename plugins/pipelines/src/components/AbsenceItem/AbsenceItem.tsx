import { Button, Flex, Text } from '@backstage/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  Absence,
  RotationEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import { useCallback, useState } from 'react';
import { pipelinesApiRef } from '../../api';
import { announceRotationUpdate } from '../../hooks/rotationUpdates';
import { useEntityNames } from '../../hooks/useEntityNames';
import { useRotationRights } from '../../hooks/useRotationRights';
import { useSaving } from '../../hooks/useSaving';
import { dateWords, rangeWords } from '../../time';
import { ActionFailure } from '../ActionFailure';
import { Person } from '../Person';
import { ProposeSwapDialog } from '../ProposeSwapDialog';
import { StateChip } from '../StateChip';

/** An absence: who, when, and which shifts fall into it, each with a swap to propose. */
export function AbsenceItem(props: {
  rotation: RotationEntity;
  absence: Absence;
  now: number;
}) {
  const { rotation, absence, now } = props;
  const rotationRef = stringifyEntityRef(rotation);
  const { timeZone } = rotation.spec.handoff;
  const { id, member, from, to, note, shifts } = absence;
  const pipelinesApi = useApi(pipelinesApiRef);
  const { userRef, isOwner } = useRotationRights(rotation);
  const nameOf = useEntityNames([member]);
  const [swapped, setSwapped] = useState<number>();
  const isTheirs = isOwner || userRef === member;
  const { isSaving, error, save } = useSaving(
    useCallback(async () => {
      await pipelinesApi.removeAbsence({ rotationRef, id });
      announceRotationUpdate(rotationRef);
    }, [pipelinesApi, rotationRef, id]),
  );
  const days =
    from === to
      ? dateWords(from, { now })
      : `${dateWords(from, { now })} – ${dateWords(to, { now })}`;

  return (
    <Flex direction="column" gap="2">
      <Person
        entityRef={member}
        badge={
          isTheirs && (
            <Button
              size="small"
              variant="tertiary"
              isPending={isSaving}
              aria-label={`Remove absence of ${nameOf(member)}, ${days}`}
              onPress={() => save()}
            >
              Remove
            </Button>
          )
        }
      >
        {days}
        {note && ` · ${note}`}
      </Person>
      {shifts.map(shift => (
        <Flex
          key={shift.number}
          gap="2"
          align="center"
          style={{ flexWrap: 'wrap' }}
        >
          <StateChip state="at-risk">
            shift {rangeWords(shift, { timeZone })} falls into it
          </StateChip>
          {isTheirs && (
            <Button
              size="small"
              variant="secondary"
              onPress={() => setSwapped(shift.number)}
            >
              Propose swap
            </Button>
          )}
        </Flex>
      ))}
      {!shifts.length && (
        <Text as="p" variant="body-small" color="secondary">
          No shift falls into it.
        </Text>
      )}
      <ActionFailure rotationRef={rotationRef} error={error} />
      <ProposeSwapDialog
        rotation={rotation}
        isOpen={swapped !== undefined}
        onClose={() => setSwapped(undefined)}
        initialShift={swapped}
        initialReason={note ?? 'away'}
      />
    </Flex>
  );
}
