import { Button, ButtonLink, Flex } from '@backstage/ui';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { RotationEntity } from '@techflow/backstage-plugin-pipelines-common';
import { useState } from 'react';
import { useRotationRights } from '../../hooks/useRotationRights';
import { CoverDialog } from '../CoverDialog';
import { ProposeSwapDialog } from '../ProposeSwapDialog';

function CalendarLink({ rotation }: { rotation: RotationEntity }) {
  const href = useEntityRefLink()(rotation);
  return (
    <ButtonLink href={href} size="small" variant="secondary">
      Calendar
    </ButtonLink>
  );
}

/** Cover now and Propose swap, for those who may; and the way to the calendar. */
export function RotationActions(props: {
  rotation: RotationEntity;
  /** Whether to lead to the rotation's page, from another. */
  withCalendar?: boolean;
}) {
  const { rotation, withCalendar } = props;
  const { mayChange } = useRotationRights(rotation);
  const [open, setOpen] = useState<'cover' | 'swap'>();
  const close = () => setOpen(undefined);
  return (
    <Flex gap="2" style={{ flexWrap: 'wrap' }}>
      {mayChange && (
        <>
          <Button size="small" onPress={() => setOpen('cover')}>
            Cover now
          </Button>
          <Button
            size="small"
            variant="secondary"
            onPress={() => setOpen('swap')}
          >
            Propose swap
          </Button>
          <CoverDialog
            rotation={rotation}
            isOpen={open === 'cover'}
            onClose={close}
          />
          <ProposeSwapDialog
            rotation={rotation}
            isOpen={open === 'swap'}
            onClose={close}
          />
        </>
      )}
      {withCalendar && <CalendarLink rotation={rotation} />}
    </Flex>
  );
}
