import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextField,
} from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { Exclusion } from '@techflow/backstage-plugin-pipelines-common';
import { useCallback, useState } from 'react';
import { pipelinesApiRef } from '../../api';
import { useSaving } from '../../hooks/useSaving';
import { SavingFailure } from '../SavingFailure';

/** As many letters as the backend wants of a reason. */
const LEAST = 3;

function Form(props: {
  exclusion: Exclusion;
  onDone: () => void;
  onClose: () => void;
}) {
  const { exclusion, onDone, onClose } = props;
  const { pipelineRef, id } = exclusion;
  const pipelinesApi = useApi(pipelinesApiRef);
  const [reason, setReason] = useState('');
  const said = reason.trim();
  const { isSaving, error, save } = useSaving(
    useCallback(async () => {
      await pipelinesApi.cancelExclusion({ pipelineRef, id, reason: said });
      onDone();
    }, [pipelinesApi, pipelineRef, id, said, onDone]),
  );
  return (
    <>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text as="p">
            “{exclusion.reason}” counts again, and is judged anew. The exclusion
            stays listed, struck through.
          </Text>
          <TextField
            label="Reason"
            description="Why does it count after all? At least a few words."
            isRequired
            value={reason}
            onChange={setReason}
            maxLength={1000}
          />
          <SavingFailure error={error} />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          isDisabled={said.length < LEAST}
          isPending={isSaving}
          onPress={() => save()}
        >
          Take back
        </Button>
      </DialogFooter>
    </>
  );
}

/** Lets a time that was excluded count again. */
export function TakeBackDialog(props: {
  /** What is taken back; closed without it. */
  exclusion?: Exclusion;
  onDone: () => void;
  onClose: () => void;
}) {
  const { exclusion, onDone, onClose } = props;
  return (
    <Dialog
      isOpen={Boolean(exclusion)}
      onOpenChange={open => !open && onClose()}
      width={520}
    >
      <DialogHeader>Take the exclusion back</DialogHeader>
      {exclusion && (
        <Form exclusion={exclusion} onDone={onDone} onClose={onClose} />
      )}
    </Dialog>
  );
}
