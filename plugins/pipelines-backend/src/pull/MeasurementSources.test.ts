import { MeasurementSource } from '@techflow/backstage-plugin-pipelines-node';
import { MeasurementSources } from './MeasurementSources';

function sourceOf(type: string): MeasurementSource {
  return { type, measure: async () => [] };
}

describe('MeasurementSources', () => {
  it('knows each source by its type, and no other', () => {
    const sources = new MeasurementSources();
    const prometheus = sourceOf('prometheus');
    sources.addSource(prometheus);
    sources.addSource(sourceOf('influx'));
    expect(sources.get('prometheus')).toBe(prometheus);
    expect(sources.get('constructor')).toBeUndefined();
  });

  it('refuses a second source of a type, so that the backend does not start', () => {
    const sources = new MeasurementSources();
    sources.addSource(sourceOf('prometheus'));
    expect(() => sources.addSource(sourceOf('prometheus'))).toThrow(
      'There are two measurement sources of type prometheus; install one of the two modules',
    );
  });
});
