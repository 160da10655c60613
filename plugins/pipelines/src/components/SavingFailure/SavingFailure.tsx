import { isError } from '@backstage/errors';
import { Alert } from '@backstage/ui';

const TITLES: Record<string, string> = {
  ConflictError: 'Somebody else was first.',
  NotAllowedError: 'You may not do this.',
  InputError: 'This cannot be saved.',
};

/** Something could not be done: why, in the words of the backend. */
export function SavingFailure(props: {
  error?: Error;
  /** What failed, where the kind of the error does not say it. */
  title?: string;
}) {
  const { error, title = 'It was not saved. Try again.' } = props;
  if (!error) return null;
  // What the backend said, rather than "Request failed with 403 Forbidden".
  const cause = isError(error.cause) ? error.cause : error;
  return (
    <Alert
      status={cause.name === 'ConflictError' ? 'warning' : 'danger'}
      icon
      title={TITLES[cause.name] ?? title}
      description={cause.message || error.message}
    />
  );
}
