import { OnCall } from '@techflow/backstage-plugin-pipelines-common';
import { EntityNames } from '../EntityNames';
import { LoadFailure } from '../LoadFailure';
import { OnDuty } from '../OnDuty';
import { PeopleSkeleton } from '../PeopleSkeleton';
import { Loaded } from '../../hooks/useLoaded';

/** Who is on call in a rotation, or why that cannot be said. */
export function OnCallAnswer(props: {
  rotationRef: string;
  onCall: Loaded<OnCall>;
  now: number;
  /** Owner of the entity the page is about: whom to ask. */
  askRef: string;
}) {
  const { onCall, now } = props;
  switch (onCall.state) {
    case 'loading':
      return <PeopleSkeleton label="who is on call" />;
    case 'ready':
      return <OnDuty onCall={onCall.value} now={now} />;
    default:
      return (
        <LoadFailure
          error={onCall.error}
          what="who is on call"
          onRetry={onCall.reload}
          whenNotAllowed={
            <>
              Ask <EntityNames refs={[props.askRef]} />, or whoever looks after
              this portal, for the permission pipelines.rotation.read.
            </>
          }
          whenNotFound={{
            title: 'The rotation was not found.',
            description: `The catalog has no ${props.rotationRef}, or you may not see it. Check the name, and that the rotation is registered.`,
          }}
        />
      );
  }
}
