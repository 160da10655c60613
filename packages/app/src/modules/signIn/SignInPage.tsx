import { configApiRef, IdentityApi, useApi } from '@backstage/core-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { useCallback, useState } from 'react';
import { EnterAs } from './EnterAs';
import { onSignOut } from './onSignOut';
import {
  forgetVisitor,
  rememberedVisitor,
  rememberVisitor,
} from './rememberedVisitor';
import { SignInFrame } from './SignInFrame';
import { readPeople, Visitor } from './visitor';
import { VisitorPicker } from './VisitorPicker';

/** Asks who the visitor is, once, and signs them in as that person. */
export const SignInPage = ({ onSignInSuccess }: SignInPageProps) => {
  const people = readPeople(useApi(configApiRef));
  const [visitor, setVisitor] = useState(() => rememberedVisitor(people));
  const leave = useCallback(() => {
    forgetVisitor();
    setVisitor(undefined);
  }, []);

  if (!visitor) {
    return (
      <SignInFrame>
        <VisitorPicker people={people} onPick={setVisitor} />
      </SignInFrame>
    );
  }

  const enter = (as: Visitor) => (identity: IdentityApi) => {
    rememberVisitor(as);
    onSignInSuccess(onSignOut(identity, forgetVisitor));
  };

  return (
    <EnterAs visitor={visitor} onEntered={enter(visitor)} onLeave={leave} />
  );
};
