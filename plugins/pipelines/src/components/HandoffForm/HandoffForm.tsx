import {
  Button,
  Checkbox,
  Flex,
  NumberField,
  Text,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { Handoff } from '@techflow/backstage-plugin-pipelines-common';
import { useCallback, useState } from 'react';
import { pipelinesApiRef } from '../../api';
import { announceRotationUpdate } from '../../hooks/rotationUpdates';
import { useSaving } from '../../hooks/useSaving';
import { ActionFailure } from '../ActionFailure';

type Item = Handoff['checklist'][number];

function Checklist(props: {
  items: Item[];
  onChange: (items: Item[]) => void;
}) {
  const { items, onChange } = props;
  const [text, setText] = useState('');
  const add = () => {
    if (!text.trim()) return;
    onChange([...items, { text: text.trim(), done: false }]);
    setText('');
  };
  return (
    <Flex direction="column" gap="2" role="group" aria-label="Checklist">
      <Text as="div" variant="body-small" weight="bold">
        Checklist
      </Text>
      {items.map((item, index) => (
        <Flex key={`${item.text}${index}`} gap="2" align="center">
          <Checkbox
            isSelected={item.done}
            onChange={done =>
              onChange(
                items.map((other, place) =>
                  place === index ? { ...other, done } : other,
                ),
              )
            }
          >
            {item.text}
          </Checkbox>
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Remove ${item.text}`}
            onPress={() =>
              onChange(items.filter((_, place) => place !== index))
            }
          >
            Remove
          </Button>
        </Flex>
      ))}
      <Flex gap="2" align="end">
        <TextField
          aria-label="New item of the checklist"
          placeholder="New item"
          size="small"
          value={text}
          onChange={setText}
          maxLength={200}
        />
        <Button size="small" variant="secondary" onPress={add}>
          Add item
        </Button>
      </Flex>
    </Flex>
  );
}

/** Writes down a handoff: notes, checklist, length, and that it is done. */
export function HandoffForm(props: {
  rotationRef: string;
  handoff: Handoff;
  /** Whether the reader hands over or takes over, and so can say it is done. */
  takesPart: boolean;
  onClose: () => void;
}) {
  const { rotationRef, handoff, takesPart, onClose } = props;
  const { shiftNumber, revision } = handoff;
  const pipelinesApi = useApi(pipelinesApiRef);
  const [notes, setNotes] = useState(handoff.notes);
  const [checklist, setChecklist] = useState(handoff.checklist);
  const [minutes, setMinutes] = useState(handoff.minutes ?? NaN);
  const [done, setDone] = useState(false);
  const { isSaving, error, save } = useSaving(
    useCallback(async () => {
      const record = {
        notes,
        checklist,
        minutes: Number.isNaN(minutes) ? undefined : minutes,
        done: done || undefined,
        revision,
      };
      await pipelinesApi.saveHandoff({ rotationRef, shiftNumber, record });
      announceRotationUpdate(rotationRef);
      onClose();
    }, [
      pipelinesApi,
      rotationRef,
      shiftNumber,
      revision,
      notes,
      checklist,
      minutes,
      done,
      onClose,
    ]),
  );
  return (
    <Flex direction="column" gap="3">
      <TextAreaField
        label="Notes"
        description="Markdown: open issues, what to watch, what was tried"
        value={notes}
        onChange={setNotes}
        rows={6}
      />
      <Checklist items={checklist} onChange={setChecklist} />
      <NumberField
        label="Length in minutes"
        value={minutes}
        onChange={setMinutes}
        minValue={0}
        maxValue={480}
        style={{ maxWidth: 180 }}
      />
      {takesPart && (
        <Checkbox isSelected={done} onChange={setDone}>
          The handoff is done
        </Checkbox>
      )}
      <ActionFailure rotationRef={rotationRef} error={error} />
      <Flex gap="2">
        <Button size="small" isPending={isSaving} onPress={() => save()}>
          Save handoff
        </Button>
        <Button size="small" variant="secondary" onPress={onClose}>
          Cancel
        </Button>
      </Flex>
    </Flex>
  );
}
