const SAFE_ENVIRONMENTS = ['development', 'test'];

/**
 * Throws outside of development, and not in production alone: a server where
 * NODE_ENV was forgotten must not let visitors pick who they are either.
 */
export function requireDevelopment(environment = process.env.NODE_ENV) {
  if (environment && SAFE_ENVIRONMENTS.includes(environment)) return;
  throw new Error(
    `The sign-in provider 'company' lets every visitor be anybody, so it runs with NODE_ENV=development only (found: ${
      environment ?? 'nothing'
    }). Remove auth-backend-module-company-provider from this backend.`,
  );
}
