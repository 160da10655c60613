import { Alert, Button, Flex, Text } from '@backstage/ui';
import { CopyTextButton } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useCallback, useState } from 'react';
import { pipelinesApiRef } from '../../api';
import { announceRotationUpdate } from '../../hooks/rotationUpdates';
import { useSaving } from '../../hooks/useSaving';
import { ActionFailure } from '../ActionFailure';

const useStyles = makeStyles(
  { address: { overflowWrap: 'anywhere' } },
  { name: 'PipelinesNewFeed' },
);

/** Creates a calendar feed, and shows its address this once. */
export function NewFeed(props: {
  rotationRef: string;
  /** Whether the reader has shifts of his own in it. */
  isMember: boolean;
}) {
  const { rotationRef, isMember } = props;
  const classes = useStyles();
  const pipelinesApi = useApi(pipelinesApiRef);
  const [address, setAddress] = useState<string>();
  const { isSaving, error, save } = useSaving(
    useCallback(
      async (scope: 'rotation' | 'mine') => {
        const { url } = await pipelinesApi.createCalendarFeed({
          rotationRef,
          scope,
        });
        setAddress(url);
        announceRotationUpdate(rotationRef);
      },
      [pipelinesApi, rotationRef],
    ),
  );
  return (
    <Flex direction="column" gap="3">
      <Text as="p">
        Subscribe in the calendar of your phone or computer: it follows swaps
        and cover by itself. Google asks for news every 12 to 24 hours only.
      </Text>
      <Flex gap="2" style={{ flexWrap: 'wrap' }}>
        {isMember && (
          <Button
            size="small"
            isDisabled={isSaving}
            onPress={() => save('mine')}
          >
            Feed of my shifts
          </Button>
        )}
        <Button
          size="small"
          variant={isMember ? 'secondary' : 'primary'}
          isDisabled={isSaving}
          onPress={() => save('rotation')}
        >
          Feed of the whole rotation
        </Button>
      </Flex>
      {address && (
        <Alert
          status="success"
          icon
          title="Copy the address now: it is shown this once."
          description={
            <Flex gap="1" align="center">
              <code className={classes.address}>{address}</code>
              <CopyTextButton
                text={address}
                tooltipText="Address copied"
                aria-label="Copy the address"
                variant="tertiary"
              />
            </Flex>
          }
        />
      )}
      {address && (
        <Text as="p" variant="body-small" color="secondary">
          Whoever has the address can read the shifts. Revoke it when it is
          lost.
        </Text>
      )}
      <ActionFailure rotationRef={rotationRef} error={error} />
    </Flex>
  );
}
