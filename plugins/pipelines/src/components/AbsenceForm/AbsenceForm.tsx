import {
  Button,
  DateRangePicker,
  Flex,
  Select,
  Text,
  TextField,
} from '@backstage/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { CalendarDate, parseDate } from '@internationalized/date';
import { RotationEntity } from '@techflow/backstage-plugin-pipelines-common';
import { useCallback, useState } from 'react';
import { pipelinesApiRef } from '../../api';
import { announceRotationUpdate } from '../../hooks/rotationUpdates';
import { useEntityNames } from '../../hooks/useEntityNames';
import { memberRefs, useRotationRights } from '../../hooks/useRotationRights';
import { useSaving } from '../../hooks/useSaving';
import { ActionFailure } from '../ActionFailure';

type Days = { start: CalendarDate; end: CalendarDate };

/** Notes when a member is away. Members note their own, the owner group anybody's. */
export function AbsenceForm(props: {
  rotation: RotationEntity;
  /** Today (`yyyy-MM-dd`) in the rotation's zone. */
  today: string;
  onClose: () => void;
}) {
  const { rotation, today, onClose } = props;
  const rotationRef = stringifyEntityRef(rotation);
  const pipelinesApi = useApi(pipelinesApiRef);
  const { userRef, isOwner, isMember } = useRotationRights(rotation);
  const members = memberRefs(rotation);
  const nameOf = useEntityNames(members);
  const [chosen, setChosen] = useState<string>();
  const [days, setDays] = useState<Days | null>(null);
  const [note, setNote] = useState('');
  const member = chosen ?? (isMember ? userRef : members[0]);

  const { isSaving, error, save } = useSaving(
    useCallback(
      async (from: string, to: string) => {
        await pipelinesApi.addAbsence({
          rotationRef,
          absence: { member, from, to, note: note.trim() || undefined },
        });
        announceRotationUpdate(rotationRef);
        onClose();
      },
      [pipelinesApi, rotationRef, member, note, onClose],
    ),
  );

  return (
    <Flex direction="column" gap="3">
      {isOwner && (
        <Select
          label="Who is away"
          options={members.map(ref => ({ value: ref, label: nameOf(ref) }))}
          selectedKey={member}
          onSelectionChange={key => setChosen(String(key))}
        />
      )}
      <DateRangePicker
        label="Days away"
        description="First and last day, both included"
        minValue={parseDate(today)}
        value={days}
        onChange={range =>
          setDays(
            range && {
              start: parseDate(range.start.toString()),
              end: parseDate(range.end.toString()),
            },
          )
        }
      />
      <TextField label="Note" value={note} onChange={setNote} maxLength={200} />
      <Text as="p" variant="body-small" color="secondary">
        An absence moves no shift. It warns of those that fall into it, and is
        considered when somebody next is looked for.
      </Text>
      <ActionFailure rotationRef={rotationRef} error={error} />
      <Flex gap="2">
        <Button
          size="small"
          isDisabled={!days}
          isPending={isSaving}
          onPress={() =>
            days && save(days.start.toString(), days.end.toString())
          }
        >
          Save absence
        </Button>
        <Button size="small" variant="secondary" onPress={onClose}>
          Cancel
        </Button>
      </Flex>
    </Flex>
  );
}
