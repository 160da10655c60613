export interface Config {
  auth?: {
    providers?: {
      company?: {
        /**
         * The sign-in page lists these people to visitors whom nobody knows yet,
         * so their names and roles are public.
         *
         * @deepVisibility frontend
         */
        people?: Array<{
          ref: string;
          title: string;
          role: string;
        }>;
      };
    };
  };
}
