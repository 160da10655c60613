import { Config } from '@backstage/config';
import {
  MeasuredValue,
  MeasurementQuestion,
  MeasurementSource,
} from '@techflow/backstage-plugin-pipelines-node';
import { queryRange } from './queryRange';
import { RangeSeries } from './rangeAnswer';
import { Endpoint, readEndpoints } from './readEndpoints';

/** The name of a metric is no dimension: the Pipeline gives it one of its own. */
const NAME = '__name__';

function toValues({ metric, values }: RangeSeries): MeasuredValue[] {
  const dimensions = Object.fromEntries(
    Object.entries(metric).filter(([label]) => label !== NAME),
  );
  return values.flatMap(([seconds, value]) =>
    Number.isFinite(value)
      ? [{ at: new Date(Math.round(seconds * 1_000)), value, dimensions }]
      : [],
  );
}

/** Answers questions in PromQL, from servers that the configuration names. */
export class PrometheusSource implements MeasurementSource {
  readonly type = 'prometheus';
  readonly #endpoints: ReadonlyMap<string, Endpoint>;

  /** @throws Error that names each path of the configuration that is wrong */
  static fromConfig(config: Config) {
    return new PrometheusSource(readEndpoints(config));
  }

  private constructor(endpoints: ReadonlyMap<string, Endpoint>) {
    this.#endpoints = endpoints;
  }

  async measure(
    question: MeasurementQuestion,
    { signal }: { signal: AbortSignal },
  ): Promise<MeasuredValue[]> {
    const { query, from, to, every } = question;
    const series = await queryRange(
      this.#endpointOf(question),
      {
        query,
        start: from.getTime() / 1_000 + every,
        end: to.getTime() / 1_000,
        step: every,
      },
      signal,
    );
    return series.flatMap(toValues);
  }

  #endpointOf({ endpoint }: MeasurementQuestion): Endpoint {
    const found = this.#endpoints.get(endpoint);
    if (found) return found;
    const known = [...this.#endpoints.keys()].join(', ') || 'none';
    throw new Error(
      `There is no Prometheus endpoint ${endpoint} in the configuration; there is ${known}`,
    );
  }
}
