import {
  createServiceFactory,
  ServiceFactory,
} from '@backstage/backend-plugin-api';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  SignalsService,
  signalsServiceRef,
} from '@backstage/plugin-signals-node';

/** A figure of OpenTelemetry, as it was counted. */
export interface Counted {
  name: string;
  value: number;
  attributes: object | undefined;
}

/** A metrics service that keeps what it is told. */
export function keptMetrics(): { factory: ServiceFactory; counted: Counted[] } {
  const counted: Counted[] = [];
  const keep = (name: string) => (value: number, attributes?: object) => {
    counted.push({ name, value, attributes });
  };
  const { factory } = metricsServiceMock.mock({
    createCounter: name => ({ add: keep(name) }),
    createHistogram: name => ({ record: keep(name) }),
  });
  return { factory, counted };
}

/** A signals service that a test watches. */
export function watchedSignals(publish: SignalsService['publish']) {
  return createServiceFactory({
    service: signalsServiceRef,
    deps: {},
    factory: () => ({ publish }),
  });
}
