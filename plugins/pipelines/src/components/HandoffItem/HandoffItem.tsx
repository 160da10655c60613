import { Button, Flex, Text } from '@backstage/ui';
import { MarkdownContent } from '@backstage/core-components';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Handoff,
  RotationEntity,
} from '@techflow/backstage-plugin-pipelines-common';
import { useCallback, useState } from 'react';
import { useRotationRights } from '../../hooks/useRotationRights';
import { HandoffForm } from '../HandoffForm';
import { Instant } from '../Instant';
import { ChipState, StateChip } from '../StateChip';

const useStyles = makeStyles(
  (theme: Theme) => ({
    checklist: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li': { padding: theme.spacing(0.25, 0) },
    },
    notes: {
      fontSize: 14,
      '& h1, & h2, & h3': { fontSize: 15, margin: '12px 0 4px' },
    },
  }),
  { name: 'PipelinesHandoff' },
);

const STATES: Record<Handoff['state'], ChipState> = {
  planned: 'pending',
  due: 'at-risk',
  done: 'met',
  missing: 'missed',
};

function DoneBy(props: { handoff: Handoff; timeZone: string; now: number }) {
  const { handoff, timeZone, now } = props;
  const sides = [
    { who: handoff.outgoing, at: handoff.doneByOutgoingAt },
    { who: handoff.incoming, at: handoff.doneByIncomingAt },
  ];
  return (
    <Text as="div" variant="body-small" color="secondary">
      {sides.map(
        ({ who, at }) =>
          who && (
            <div key={who}>
              <EntityRefLink entityRef={who} hideIcon />:{' '}
              {at ? (
                <>
                  ✔ done <Instant at={at} timeZone={timeZone} now={now} />
                </>
              ) : (
                '○ not said to be done'
              )}
            </div>
          ),
      )}
      {handoff.minutes !== undefined && `took ${handoff.minutes} minutes`}
    </Text>
  );
}

function isTouched(handoff: Handoff): boolean {
  const { notes, checklist, doneByOutgoingAt, doneByIncomingAt } = handoff;
  return Boolean(
    notes ||
      checklist.some(({ done }) => done) ||
      doneByOutgoingAt ||
      doneByIncomingAt,
  );
}

function Record(props: { handoff: Handoff; timeZone: string; now: number }) {
  const { handoff, timeZone, now } = props;
  const { notes, checklist } = handoff;
  const classes = useStyles();
  return (
    <>
      {notes && (
        <MarkdownContent
          content={notes}
          dialect="gfm"
          className={classes.notes}
        />
      )}
      {checklist.length > 0 && (
        <ul className={classes.checklist} aria-label="Checklist">
          {checklist.map(({ text, done }) => (
            <li key={text}>
              <Text>
                <span aria-hidden="true">{done ? '✔' : '○'}</span> {text}
                {!done && (
                  <Text variant="body-small" color="secondary">
                    {' '}
                    (open)
                  </Text>
                )}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <DoneBy handoff={handoff} timeZone={timeZone} now={now} />
    </>
  );
}

/** One change of duty: who hands over to whom, how it stands, and what was noted. */
export function HandoffItem(props: {
  rotation: RotationEntity;
  handoff: Handoff;
  now: number;
}) {
  const { rotation, handoff, now } = props;
  const { timeZone } = rotation.spec.handoff;
  const { outgoing, incoming, meetingStart, state } = handoff;
  const { userRef, mayChange, isOwner } = useRotationRights(rotation);
  const [isEditing, setEditing] = useState(false);
  const close = useCallback(() => setEditing(false), []);
  // What nobody has touched is one line: a list of untouched ones stays readable.
  const isBegun = state === 'due' || isTouched(handoff);
  const takesPart = isOwner || userRef === incoming || userRef === outgoing;
  return (
    <Flex direction="column" gap="2">
      <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
        <StateChip state={STATES[state]}>{state}</StateChip>
        <Text weight="bold">
          {outgoing ? (
            <>
              <EntityRefLink entityRef={outgoing} hideIcon /> →{' '}
            </>
          ) : (
            'first shift: '
          )}
          <EntityRefLink entityRef={incoming} hideIcon />
        </Text>
        <Text variant="body-small" color="secondary">
          <Instant at={meetingStart} timeZone={timeZone} now={now} />
        </Text>
        {mayChange && !isEditing && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => setEditing(true)}
          >
            {isTouched(handoff) ? 'Edit' : 'Write notes'}
          </Button>
        )}
      </Flex>
      {isEditing && (
        <HandoffForm
          rotationRef={stringifyEntityRef(rotation)}
          handoff={handoff}
          takesPart={takesPart}
          onClose={close}
        />
      )}
      {!isEditing && isBegun && (
        <Record handoff={handoff} timeZone={timeZone} now={now} />
      )}
    </Flex>
  );
}
