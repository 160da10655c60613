import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  MeasurementSource,
  pipelinesMeasurementSourcesExtensionPoint,
} from '@techflow/backstage-plugin-pipelines-node';
import { pipelinesModulePrometheus } from './module';

async function start(data: JsonObject) {
  const sources: MeasurementSource[] = [];
  const addSource = (source: MeasurementSource) => {
    sources.push(source);
  };
  await startTestBackend({
    extensionPoints: [
      [pipelinesMeasurementSourcesExtensionPoint, { addSource }],
    ],
    features: [
      pipelinesModulePrometheus,
      mockServices.rootConfig.factory({ data }),
    ],
  });
  return sources;
}

describe('pipelinesModulePrometheus', () => {
  it.each([
    ['as configured', { default: { url: 'http://prometheus:9090' } }],
    ['also without an endpoint, so that questions say what is missing', {}],
  ])('adds the source prometheus, %s', async (_, endpoints) => {
    const sources = await start({ pipelines: { prometheus: { endpoints } } });
    expect(sources.map(({ type }) => type)).toEqual(['prometheus']);
  });

  it('does not start with a wrong configuration, and says where it is', async () => {
    await expect(
      start({ pipelines: { prometheus: { endpoints: { default: {} } } } }),
    ).rejects.toThrow('pipelines.prometheus.endpoints.default.url must be');
  });
});
