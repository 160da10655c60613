import { Alert } from '@backstage/ui';

/** What is shown could not be renewed. */
export function SlaStale() {
  return (
    <Alert
      status="warning"
      icon
      title="The backend does not answer at the moment."
      description="This is how it stood when it was last told. It is asked for again by itself."
    />
  );
}
