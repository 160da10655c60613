import { Flex, Text } from '@backstage/ui';
import { OnCall, Shift } from '@techflow/backstage-plugin-pipelines-common';
import { timeLeft } from '../../time';
import { Instant } from '../Instant';
import { Person } from '../Person';
import { StateChip } from '../StateChip';

function Reasons({ shift }: { shift: Shift }) {
  return <>{shift.reasons.map(reason => reason.text).join('; ')}</>;
}

/** Who has duty now and until when, who is next and from when, and why. */
export function OnDuty(props: { onCall: OnCall; now: number }) {
  const { onCall, now } = props;
  const { current, next, timeZone } = onCall;
  return (
    <Flex direction="column" gap="3">
      {current ? (
        <Person
          entityRef={current.primary}
          badge={<StateChip state="met">on call</StateChip>}
        >
          until <Instant at={current.end} timeZone={timeZone} now={now} /> ·{' '}
          {timeLeft(Date.parse(current.end) - now)} left
          <br />
          <Reasons shift={current} />
        </Person>
      ) : (
        <Text as="p">
          Nobody is on call yet. Duty begins on{' '}
          <Instant at={next.start} timeZone={timeZone} now={now} />.
        </Text>
      )}
      <Person entityRef={next.primary}>
        {current ? 'next' : 'first'}, from{' '}
        <Instant at={next.start} timeZone={timeZone} now={now} />
        <br />
        <Reasons shift={next} />
      </Person>
    </Flex>
  );
}
