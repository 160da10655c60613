import { isError } from '@backstage/errors';
import { Alert, Button } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  {
    // A link in the colours of an alert is hard to tell from the text around it.
    root: { '& a': { color: 'inherit', textDecoration: 'underline' } },
  },
  { name: 'PipelinesLoadFailure' },
);

/** Why something cannot be shown: not allowed, not there, or nobody answers. */
export type FailureKind = 'not-allowed' | 'not-found' | 'unreachable';

/** Reads the kind from what the backend answered, or from what came instead of an answer. */
export function failureKind(error: Error): FailureKind {
  const names = [error.name, isError(error.cause) ? error.cause.name : ''];
  if (names.includes('NotAllowedError')) return 'not-allowed';
  if (names.includes('NotFoundError')) return 'not-found';
  return 'unreachable';
}

/** Says that something could not be fetched, why, and what to do next. */
export function LoadFailure(props: {
  error: Error;
  /** What was asked for, such as "who is on call". */
  what: string;
  /** What to do when the reader may not see it. */
  whenNotAllowed: ReactNode;
  /** What is not there, and what to do about it. */
  whenNotFound?: { title: string; description: ReactNode };
  onRetry: () => void;
}) {
  const classes = useStyles();
  const kind = failureKind(props.error);
  if (kind === 'not-allowed') {
    return (
      <Alert
        status="info"
        icon
        className={classes.root}
        title={`You may not see ${props.what}.`}
        description={props.whenNotAllowed}
      />
    );
  }
  if (kind === 'not-found' && props.whenNotFound) {
    return (
      <Alert
        status="warning"
        icon
        className={classes.root}
        title={props.whenNotFound.title}
        description={props.whenNotFound.description}
      />
    );
  }
  return (
    <Alert
      status="danger"
      icon
      title={`The backend did not say ${props.what}.`}
      description={props.error.message}
      customActions={
        <Button size="small" variant="secondary" onPress={props.onRetry}>
          Try again
        </Button>
      }
    />
  );
}
