import { AuthService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';

/**
 * Guests see everything and change nothing; whoever signed in as a person may
 * do everything. A permission that does not say it reads is taken for a change.
 */
export class GuestsOnlyReadPolicy implements PermissionPolicy {
  readonly #auth: AuthService;
  readonly #guestRef: string;

  constructor(options: { auth: AuthService; guestRef: string }) {
    this.#auth = options.auth;
    this.#guestRef = options.guestRef;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const reads = permission.attributes.action === 'read';
    return {
      result:
        reads || this.#isPerson(user)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
    };
  }

  #isPerson(user: PolicyQueryUser | undefined): boolean {
    return (
      user !== undefined &&
      this.#auth.isPrincipal(user.credentials, 'user') &&
      user.credentials.principal.userEntityRef !== this.#guestRef
    );
  }
}
