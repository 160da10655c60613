import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Radio,
  RadioGroup,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useCallback, useState } from 'react';
import { pipelinesApiRef } from '../../api';
import { useNow } from '../../hooks/useNow';
import { useSaving } from '../../hooks/useSaving';
import { periodWords } from '../../time';
import { SavingFailure } from '../SavingFailure';

/** What is signed. */
export interface Signing {
  pipelineRef: string;
  /** Id of the review objective. */
  objective: string;
  /** Label, such as `2026-10`. */
  period: string;
}

/** As many letters as the backend wants of a comment that says what is wrong. */
const LEAST = 3;

function Form(props: {
  signing: Signing;
  onDone: () => void;
  onClose: () => void;
}) {
  const { signing, onDone, onClose } = props;
  const { pipelineRef, objective, period } = signing;
  const pipelinesApi = useApi(pipelinesApiRef);
  const now = useNow();
  const [found, setFound] = useState<string>('right');
  const [comment, setComment] = useState('');
  const isApproved = found === 'right';
  const said = comment.trim();
  const { isSaving, error, save } = useSaving(
    useCallback(async () => {
      await pipelinesApi.addReview({
        pipelineRef,
        review: {
          objective,
          period,
          isApproved,
          comment: said || undefined,
        },
      });
      onDone();
    }, [
      pipelinesApi,
      pipelineRef,
      objective,
      period,
      isApproved,
      said,
      onDone,
    ]),
  );
  return (
    <>
      <DialogBody>
        <Flex direction="column" gap="4">
          <RadioGroup
            label={`The figures of ${periodWords(period, now)} were found`}
            value={found}
            onChange={setFound}
          >
            <Radio value="right">right</Radio>
            <Radio value="wrong">not right</Radio>
          </RadioGroup>
          <TextAreaField
            label="Comment"
            description={
              isApproved
                ? 'May be left empty.'
                : 'What is not right? At least a few words.'
            }
            isRequired={!isApproved}
            value={comment}
            onChange={setComment}
            rows={4}
            maxLength={2000}
          />
          <Text as="p" variant="body-small" color="secondary">
            This is kept with your name and the time, and cannot be changed.
            Whoever signs again adds to it.
          </Text>
          <SavingFailure error={error} />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          isDisabled={!isApproved && said.length < LEAST}
          isPending={isSaving}
          onPress={() => save()}
        >
          {isApproved ? 'Sign' : 'Say what is not right'}
        </Button>
      </DialogFooter>
    </>
  );
}

/** Signs a period off, or says what is not right in it. */
export function SignDialog(props: {
  /** What is signed; closed without it. */
  signing?: Signing;
  onDone: () => void;
  onClose: () => void;
}) {
  const { signing, onDone, onClose } = props;
  const now = useNow();
  return (
    <Dialog
      isOpen={Boolean(signing)}
      onOpenChange={open => !open && onClose()}
      width={520}
    >
      <DialogHeader>
        {signing ? `Sign ${periodWords(signing.period, now)}` : ''}
      </DialogHeader>
      {signing && <Form signing={signing} onDone={onDone} onClose={onClose} />}
    </Dialog>
  );
}
