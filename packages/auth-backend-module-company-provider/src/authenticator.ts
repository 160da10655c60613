import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import { Person, readPeople } from './people';

/** The request header that names the person to be, by entity reference. */
export const PERSON_HEADER = 'x-company-person';

/**
 * Believes the header. There is no secret in it, which is why the module
 * around it runs in development only.
 */
export const companyAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async ({ title }: Person) => ({
    profile: { displayName: title },
  }),
  initialize: ({ config }) => readPeople(config),
  async authenticate({ req }, people) {
    const ref = req.header(PERSON_HEADER);
    if (!ref) {
      throw new AuthenticationError(
        `Nobody picked: the header ${PERSON_HEADER} is missing`,
      );
    }
    const person = people.get(ref);
    if (!person) {
      throw new AuthenticationError(
        `Nobody in the company is '${ref}'; auth.providers.company.people lists who is`,
      );
    }
    return { result: person };
  },
});
