import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Select,
  Text,
  TextField,
} from '@backstage/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  NewRotationChange,
  RotationEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { useEntityNames } from '../../hooks/useEntityNames';
import { useChangePreview, useMakeChange } from '../../hooks/useMakeChange';
import { useNow } from '../../hooks/useNow';
import { memberRefs, useRotationRights } from '../../hooks/useRotationRights';
import { useSchedule } from '../../hooks/useSchedule';
import { shiftsAhead, WholeShift } from '../../schedule';
import { instantWords } from '../../time';
import { ActionFailure } from '../ActionFailure';
import { ChangePreview } from '../ChangePreview';
import { PeopleSkeleton } from '../PeopleSkeleton';
import { RotationFailure } from '../RotationFailure';

/** How far ahead a swap can be proposed here. */
const AHEAD_DAYS = 180;

/** The choice of leaving the partner to the rotation. */
const NEXT = 'next';

function useShiftChoices(rotation: RotationEntity) {
  const rotationRef = stringifyEntityRef(rotation);
  const [openedAt] = useState(() => DateTime.utc());
  const duty = useSchedule({
    rotationRef,
    from: openedAt.toISO(),
    to: openedAt.plus({ days: AHEAD_DAYS }).toISO(),
  });
  const ahead =
    duty.state === 'ready' ? shiftsAhead(duty.value, openedAt.toMillis()) : [];
  return { duty, ahead };
}

function Form(props: {
  rotation: RotationEntity;
  initialShift?: number;
  initialReason?: string;
  onClose: () => void;
}) {
  const { rotation, onClose } = props;
  const rotationRef = stringifyEntityRef(rotation);
  const { timeZone } = rotation.spec.handoff;
  const now = useNow();
  const { userRef, isOwner } = useRotationRights(rotation);
  const nameOf = useEntityNames(memberRefs(rotation));
  const { duty, ahead } = useShiftChoices(rotation);
  const [chosen, setChosen] = useState(props.initialShift);
  const [partner, setPartner] = useState(NEXT);
  const [reason, setReason] = useState(props.initialReason ?? '');

  const own = ahead.filter(({ member }) => isOwner || member === userRef);
  const mine = own.find(({ member }) => member === userRef) ?? own[0];
  const given = ahead.find(({ number }) => number === chosen) ?? mine;
  const swap: NewRotationChange | undefined = given && {
    type: 'swap',
    shift: given.number,
    withShift: partner === NEXT ? undefined : Number(partner),
  };
  const preview = useChangePreview(rotationRef, swap);
  const { isSaving, error, save } = useMakeChange(rotationRef, onClose);

  const words = ({ start, end, member }: WholeShift) =>
    `${instantWords(start, { now })} – ${instantWords(end, { now })}, ${nameOf(
      member,
    )}`;
  const option = (shift: WholeShift) => ({
    value: String(shift.number),
    label: words(shift),
  });

  return (
    <>
      <DialogBody>
        <Flex direction="column" gap="4">
          {duty.state === 'loading' && <PeopleSkeleton label="your shifts" />}
          {duty.state === 'failed' && (
            <RotationFailure
              rotation={rotation}
              error={duty.error}
              what="which shifts there are"
              onRetry={duty.reload}
            />
          )}
          {duty.state === 'ready' && !given && (
            <Text as="p">
              You have no shift in the next {AHEAD_DAYS} days that could be
              swapped. For duty that has begun, use Cover now.
            </Text>
          )}
          {given && (
            <>
              <Select
                label="Shift to give away"
                options={own.map(option)}
                selectedKey={String(given.number)}
                onSelectionChange={key => setChosen(Number(key))}
              />
              <Select
                label="In exchange for"
                options={[
                  { value: NEXT, label: 'Next in rotation who is not away' },
                  ...ahead
                    .filter(({ member }) => member !== given.member)
                    .map(option),
                ]}
                selectedKey={partner}
                onSelectionChange={key => setPartner(String(key ?? NEXT))}
              />
              <TextField
                label="Reason"
                description="In a few words; the other member reads it."
                value={reason}
                onChange={setReason}
                maxLength={200}
              />
              {preview.state === 'loading' && (
                <PeopleSkeleton label="the result" />
              )}
              {preview.state === 'failed' && (
                <ActionFailure
                  rotationRef={rotationRef}
                  error={preview.error}
                />
              )}
              {preview.state === 'ready' && preview.value && (
                <ChangePreview
                  {...preview.value}
                  timeZone={timeZone}
                  now={now}
                />
              )}
            </>
          )}
          <ActionFailure rotationRef={rotationRef} error={error} />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          isDisabled={preview.state !== 'ready' || !swap}
          isPending={isSaving}
          onPress={() =>
            swap && save({ ...swap, reason: reason.trim() || undefined })
          }
        >
          Send proposal
        </Button>
      </DialogFooter>
    </>
  );
}

/**
 * Asks another member to exchange a shift. Shows the result before it is sent;
 * nothing moves until the other accepts.
 */
export function ProposeSwapDialog(props: {
  rotation: RotationEntity;
  isOpen: boolean;
  onClose: () => void;
  /** Number of the shift to give away; the reader's next one without it. */
  initialShift?: number;
  initialReason?: string;
}) {
  const { isOpen, onClose, ...rest } = props;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      width={640}
    >
      <DialogHeader>Propose a swap</DialogHeader>
      {isOpen && <Form {...rest} onClose={onClose} />}
    </Dialog>
  );
}
