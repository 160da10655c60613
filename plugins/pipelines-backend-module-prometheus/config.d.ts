import { HumanDuration } from '@backstage/types';

/** Configuration of the measurement source `prometheus`. */
export interface Config {
  /** Pipelines for Backstage. */
  pipelines?: {
    /** What may be asked for figures. */
    prometheus?: {
      /**
       * Servers that speak the HTTP API of Prometheus, by the name under which
       * Pipelines name them. The one named `default` is asked where they name none.
       */
      endpoints?: {
        [name: string]: {
          /**
           * Its address, up to what comes before `/api/v1`, such as
           * `https://prometheus.example.com`. Without user and password: those go
           * into `headers`.
           */
          url: string;
          /**
           * Headers of each request, such as `Authorization`.
           *
           * @deepVisibility secret
           */
          headers?: { [name: string]: string };
          /**
           * How long it may take for an answer; 10 seconds at most, which is what
           * it may take without this.
           */
          timeout?: HumanDuration | string;
        };
      };
    };
  };
}
