import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import {
  RotationEntity,
  SwapChange,
} from '@techflow/backstage-plugin-pipelines-common';
import { useNow } from '../../hooks/useNow';
import { useSchedule } from '../../hooks/useSchedule';
import { afterSwap } from '../../schedule';
import { ChangePreview } from '../ChangePreview';
import { PeopleSkeleton } from '../PeopleSkeleton';
import { RotationFailure } from '../RotationFailure';

function Result(props: { rotation: RotationEntity; swap: SwapChange }) {
  const { rotation, swap } = props;
  const now = useNow();
  const [from, to] = [
    swap.shifts.map(({ start }) => start).sort()[0],
    swap.shifts.map(({ end }) => end).sort()[1],
  ];
  const duty = useSchedule({ rotationRef: swap.rotationRef, from, to });
  switch (duty.state) {
    case 'loading':
      return <PeopleSkeleton label="the result" />;
    case 'ready':
      return (
        <ChangePreview
          {...afterSwap(duty.value.shifts, swap)}
          timeZone={duty.value.timeZone}
          now={now}
        />
      );
    default:
      return (
        <RotationFailure
          rotation={rotation}
          error={duty.error}
          what="which shifts there are"
          onRetry={duty.reload}
        />
      );
  }
}

/** Shows what a proposed swap would do, before it is answered. */
export function SwapResultDialog(props: {
  rotation: RotationEntity;
  swap: SwapChange;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { rotation, swap, isOpen, onClose } = props;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      width={640}
    >
      <DialogHeader>Duty if the swap is accepted</DialogHeader>
      <DialogBody>
        {isOpen && <Result rotation={rotation} swap={swap} />}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
