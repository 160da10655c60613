import { HumanDuration } from '@backstage/types';

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

    /** How what tools send is taken and kept. Durations as Backstage reads them. */
    ingest?: {
      /**
       * Requests that one sender may send in a second, in each backend; more is
       * answered 503, which clients send again. 2000 if left out.
       */
      requestsPerSecond?: number;
      /** After how long a sender that says nothing is called silent. 24 hours if left out. */
      silentAfter?: string | HumanDuration;
      /** How long what is kept. */
      retention?: {
        /** OpenLineage events as they came. 30 days if left out. */
        events?: string | HumanDuration;
        /** Runs, since something was last heard of them. 400 days if left out. */
        runs?: string | HumanDuration;
        /** Single figures. 400 days if left out. */
        measurements?: string | HumanDuration;
        /** Sums of figures, day by day. 1830 days if left out. */
        days?: string | HumanDuration;
        /** Alerts, since their end. 400 days if left out. */
        alerts?: string | HumanDuration;
        /** Reasons of refusals, since they were last given. 30 days if left out. */
        refusals?: string | HumanDuration;
      };
    };

    /** How promises are judged. */
    sla?: {
      /**
       * Days after its end at which a month closes: what changes in it then is
       * listed as a revision. From 0 to 60; 5 if left out.
       */
      closeMonthAfterDays?: number;
      /**
       * How far back the promises of a pipeline that is new are judged, by what
       * was sent of that time; at most 366 days. Nothing if left out.
       */
      lookBack?: string | HumanDuration;
    };
  };
}
