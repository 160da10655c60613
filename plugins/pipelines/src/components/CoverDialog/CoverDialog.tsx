import {
  Button,
  DatePicker,
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
import { DateValue, parseDateTime } from '@internationalized/date';
import {
  NewRotationChange,
  RotationEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { useEntityNames } from '../../hooks/useEntityNames';
import { useChangePreview, useMakeChange } from '../../hooks/useMakeChange';
import { useNow } from '../../hooks/useNow';
import { memberRefs } from '../../hooks/useRotationRights';
import { ActionFailure } from '../ActionFailure';
import { ChangePreview } from '../ChangePreview';
import { PeopleSkeleton } from '../PeopleSkeleton';

/** The choice of leaving the person to the rotation. */
const NEXT = 'next';

/** A wall-clock time in the reader's zone, as the API wants instants. */
function toInstant(value: DateValue | null): string | undefined {
  if (!value) return undefined;
  const at = DateTime.fromISO(value.toString());
  return at.toUTC().toISO() ?? undefined;
}

/** The coming full hour, where the pickers open. */
function placeholder(now: number): DateValue {
  const hour = DateTime.fromMillis(now).endOf('hour').plus({ seconds: 1 });
  return parseDateTime(hour.toFormat("yyyy-MM-dd'T'HH:mm"));
}

function Form(props: { rotation: RotationEntity; onClose: () => void }) {
  const { rotation, onClose } = props;
  const rotationRef = stringifyEntityRef(rotation);
  const { timeZone } = rotation.spec.handoff;
  const now = useNow();
  const members = memberRefs(rotation);
  const nameOf = useEntityNames(members);
  const [by, setBy] = useState(NEXT);
  const [from, setFrom] = useState<DateValue | null>(null);
  const [to, setTo] = useState<DateValue | null>(null);
  const [reason, setReason] = useState('');

  const cover: NewRotationChange = {
    type: 'cover',
    by: by === NEXT ? undefined : by,
    from: toInstant(from),
    to: toInstant(to),
  };
  const preview = useChangePreview(rotationRef, cover);
  const { isSaving, error, save } = useMakeChange(rotationRef, onClose);

  return (
    <>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Select
            label="Who takes over"
            options={[
              { value: NEXT, label: 'Next in rotation who is free' },
              ...members.map(ref => ({ value: ref, label: nameOf(ref) })),
            ]}
            selectedKey={by}
            onSelectionChange={key => setBy(String(key ?? NEXT))}
          />
          <Flex gap="4" style={{ flexWrap: 'wrap' }}>
            <DatePicker
              label="From"
              description="Now, when left empty"
              granularity="minute"
              hourCycle={24}
              value={from}
              onChange={setFrom}
              placeholderValue={placeholder(now)}
            />
            <DatePicker
              label="Until"
              description="The end of the shift, when left empty"
              granularity="minute"
              hourCycle={24}
              value={to}
              onChange={setTo}
              placeholderValue={placeholder(now)}
            />
          </Flex>
          <TextField
            label="Reason"
            description="In a few words; it stands beside the duty."
            value={reason}
            onChange={setReason}
            maxLength={200}
          />
          {preview.state === 'loading' && <PeopleSkeleton label="the result" />}
          {preview.state === 'failed' && (
            <ActionFailure rotationRef={rotationRef} error={preview.error} />
          )}
          {preview.state === 'ready' && preview.value && (
            <ChangePreview {...preview.value} timeZone={timeZone} now={now} />
          )}
          <Text as="p" variant="body-small" color="secondary">
            Takes effect when saved. Shifts and the order of the rotation stay
            as they are; those concerned are told.
          </Text>
          <ActionFailure rotationRef={rotationRef} error={error} />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          isDisabled={preview.state !== 'ready'}
          isPending={isSaving}
          onPress={() => save({ ...cover, reason: reason.trim() || undefined })}
        >
          Cover
        </Button>
      </DialogFooter>
    </>
  );
}

/** Lets somebody stand in for whoever has duty, at once. Shows the result before it is saved. */
export function CoverDialog(props: {
  rotation: RotationEntity;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { rotation, isOpen, onClose } = props;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      width={640}
    >
      <DialogHeader>Cover now</DialogHeader>
      {isOpen && <Form rotation={rotation} onClose={onClose} />}
    </Dialog>
  );
}
