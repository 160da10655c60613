import { Alert, Flex, Text } from '@backstage/ui';
import {
  Gap,
  OnCall,
  Shift,
} from '@techflow/backstage-plugin-pipelines-common';
import { allHandsReason, decidingReason } from '../../schedule';
import { timeLeft } from '../../time';
import { Instant } from '../Instant';
import { Person } from '../Person';
import { StateChip } from '../StateChip';

/** Why a person has duty; that all watch is said above. */
function Reasons({ shift }: { shift: Shift }) {
  const allHands = allHandsReason(shift);
  const { type, text } = decidingReason(shift);
  if (type !== 'sequence') return <>{text}</>;
  return (
    <>
      {shift.reasons
        .filter(reason => reason !== allHands)
        .map(reason => reason.text)
        .join('; ')}
    </>
  );
}

function Nobody(props: { gap: Gap; timeZone: string; now: number }) {
  const { gap, timeZone, now } = props;
  return (
    <Alert
      status="danger"
      icon
      title="Nobody is on call."
      description={
        <>
          Since <Instant at={gap.start} timeZone={timeZone} now={now} />, until{' '}
          <Instant at={gap.end} timeZone={timeZone} now={now} />; level 2 is
          told. {gap.text}
        </>
      }
    />
  );
}

function Current(props: { shift: Shift; onCall: OnCall; now: number }) {
  const { shift, onCall, now } = props;
  const { timeZone, next } = onCall;
  // A stretch may end without a change of person: all hands begins, for one.
  const until = next.start;
  return (
    <Person
      entityRef={shift.primary}
      badge={<StateChip state="met">on call</StateChip>}
    >
      until <Instant at={until} timeZone={timeZone} now={now} /> ·{' '}
      {timeLeft(Date.parse(until) - now)} left
      <br />
      <Reasons shift={shift} />
    </Person>
  );
}

/** Who has duty now and until when, who is next and from when, and why. */
export function OnDuty(props: { onCall: OnCall; now: number }) {
  const { onCall, now } = props;
  const { current, gap, next, timeZone } = onCall;
  const isBegun = current || gap;
  return (
    <Flex direction="column" gap="3">
      {current && <Current shift={current} onCall={onCall} now={now} />}
      {!current && gap && <Nobody gap={gap} timeZone={timeZone} now={now} />}
      {!isBegun && (
        <Text as="p">
          Nobody is on call yet. Duty begins on{' '}
          <Instant at={next.start} timeZone={timeZone} now={now} />.
        </Text>
      )}
      <Person entityRef={next.primary}>
        {isBegun ? 'next' : 'first'}, from{' '}
        <Instant at={next.start} timeZone={timeZone} now={now} />
        <br />
        <Reasons shift={next} />
      </Person>
    </Flex>
  );
}
