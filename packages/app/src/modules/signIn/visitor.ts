import { ConfigApi } from '@backstage/core-plugin-api';

/** Somebody of the company, from `auth.providers.company.people`. */
export type Person = { ref: string; title: string; role: string };

/** Who a visitor chose to be. */
export type Visitor = Person | 'guest';

/** The people a visitor may be; none where the provider is not configured. */
export function readPeople(config: ConfigApi): Person[] {
  const people =
    config.getOptionalConfigArray('auth.providers.company.people') ?? [];
  return people.map(person => ({
    ref: person.getString('ref'),
    title: person.getString('title'),
    role: person.getString('role'),
  }));
}

/** How to sign a visitor in: provider of the auth backend, and what to tell it. */
export function signInRequest(visitor: Visitor): {
  provider: string;
  headers?: Record<string, string>;
} {
  return visitor === 'guest'
    ? { provider: 'guest' }
    : // The header that auth-backend-module-company-provider reads.
      { provider: 'company', headers: { 'x-company-person': visitor.ref } };
}
