import { LoadFailure } from '../LoadFailure';

/** A part of the Setup page could not be fetched. */
export function SetupFailure(props: {
  error: Error;
  /** What was asked for, such as "who sends something". */
  what: string;
  onRetry: () => void;
}) {
  return (
    <LoadFailure
      {...props}
      whenNotAllowed="Ask whoever looks after this portal for the permission pipelines.ingest.read."
    />
  );
}
