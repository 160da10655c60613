import { ProxiedSignInPage } from '@backstage/core-components';
import { IdentityApi } from '@backstage/core-plugin-api';
import { useMemo, useState } from 'react';
import { SignInFailed } from './SignInFailed';
import { SignInFrame } from './SignInFrame';
import { signInRequest, Visitor } from './visitor';

/**
 * Signs the visitor in. The identity it hands over renews its token by itself.
 * What goes wrong is shown, with a way to try again and a way back.
 */
export const EnterAs = (props: {
  visitor: Visitor;
  onEntered: (identity: IdentityApi) => void;
  onLeave: () => void;
}) => {
  const { visitor, onEntered, onLeave } = props;
  const [attempt, setAttempt] = useState(1);

  const ErrorComponent = useMemo(
    () =>
      ({ error }: { error?: Error }) =>
        (
          <SignInFrame>
            <SignInFailed
              visitor={visitor}
              error={error}
              onRetry={() => setAttempt(last => last + 1)}
              onLeave={onLeave}
            />
          </SignInFrame>
        ),
    [visitor, onLeave],
  );

  return (
    <ProxiedSignInPage
      // It asks the backend once, when it appears: a new key asks again.
      key={attempt}
      {...signInRequest(visitor)}
      onSignInSuccess={onEntered}
      ErrorComponent={ErrorComponent}
    />
  );
};
