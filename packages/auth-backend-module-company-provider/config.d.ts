export interface Config {
  auth?: {
    providers?: {
      /**
       * Development only: a visitor picks which of these people to be. The
       * backend refuses to start with this provider in production.
       */
      company?: {
        /** Everybody a visitor may be, in the order of the sign-in page. */
        people: Array<{
          /** Full, lower-case reference of a User in the catalog, such as `user:default/engineer-a`. */
          ref: string;
          /** Name, as shown on the sign-in page and in the portal. */
          title: string;
          /** What this person does, in a line. */
          role: string;
        }>;
      };
    };
  };
}
