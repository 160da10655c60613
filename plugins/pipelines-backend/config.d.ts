/** Configuration of the pipelines backend. */
export interface Config {
  /** Pipelines for Backstage. */
  pipelines?: {
    /** Who is away when. */
    absences?: {
      /**
       * Calendars in which members note when they are away, read once an hour.
       * Their hosts must be in `backend.reading.allow`.
       */
      calendars?: Array<{
        /** Entity reference of the member, such as `user:default/jane`. */
        member: string;
        /**
         * Address of an iCalendar file. Often it holds a secret.
         *
         * @visibility secret
         */
        url: string;
      }>;
    };
  };
}
