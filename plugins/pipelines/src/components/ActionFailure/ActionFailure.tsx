import { isError } from '@backstage/errors';
import { useApi } from '@backstage/core-plugin-api';
import { Alert } from '@backstage/ui';
import { RotationChange } from '@techflow/backstage-plugin-pipelines-common';
import useAsync from 'react-use/esm/useAsync';
import { pipelinesApiRef } from '../../api';
import { useEntityNames } from '../../hooks/useEntityNames';
import { useNow } from '../../hooks/useNow';
import { useReader } from '../../hooks/useReader';
import { instantWords } from '../../time';

/** What the backend said, rather than "Request failed with 409 Conflict". */
function messageOf({ cause, message }: Error): string {
  return isError(cause) && cause.message ? cause.message : message;
}

function nameOf({ name, cause }: Error): string {
  return isError(cause) ? cause.name : name;
}

const TITLES: Record<string, string> = {
  ConflictError: 'Somebody else was first.',
  NotAllowedError: 'You may not do this.',
  InputError: 'This cannot be saved.',
};

/** The change that stands in the way: a conflict names it by its id. */
function useWinner(
  rotationRef: string,
  error: Error,
): RotationChange | undefined {
  const pipelinesApi = useApi(pipelinesApiRef);
  const isConflict = nameOf(error) === 'ConflictError';
  const { value } = useAsync(async () => {
    if (!isConflict) return undefined;
    const { items } = await pipelinesApi.getChanges({ rotationRef });
    const told = `${messageOf(error)} ${JSON.stringify(error)}`;
    return items.find(({ id }) => told.includes(id));
  }, [pipelinesApi, rotationRef, error, isConflict]);
  return value;
}

function Winner(props: { change: RotationChange; reason: string }) {
  const { change, reason } = props;
  const now = useNow();
  const { requestedBy, requestedAt, type, state } = change;
  const toWords = useEntityNames([requestedBy]);
  const did = {
    swap: state === 'proposed' ? 'proposed a swap' : 'made a swap',
    cover: 'arranged cover',
  };
  return (
    <>
      {reason.replace(change.id, '').replace(/[:\s]*(change)?\s*$/, '')}:{' '}
      {toWords(requestedBy)} {did[type]} on {instantWords(requestedAt, { now })}
      . Look at the calendar, then choose again.
    </>
  );
}

/** Something could not be saved: why, and who was first when somebody was. */
export function ActionFailure(props: { rotationRef: string; error?: Error }) {
  if (!props.error) return null;
  return <Failure rotationRef={props.rotationRef} error={props.error} />;
}

function Failure(props: { rotationRef: string; error: Error }) {
  const { rotationRef, error } = props;
  const winner = useWinner(rotationRef, error);
  const reader = useReader();
  const title =
    winner && winner.requestedBy === reader
      ? 'You were here before.'
      : TITLES[nameOf(error)];
  return (
    <Alert
      status={nameOf(error) === 'ConflictError' ? 'warning' : 'danger'}
      icon
      title={title ?? 'It was not saved. Try again.'}
      description={
        <>
          {winner ? (
            <Winner change={winner} reason={messageOf(error)} />
          ) : (
            messageOf(error)
          )}
        </>
      }
    />
  );
}
