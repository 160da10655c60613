import * as common from '@techflow/backstage-plugin-pipelines-common';
import { PIPELINES_RELATION_PAIRS } from './catalogGraph';

describe('PIPELINES_RELATION_PAIRS', () => {
  it('draws every relation of the plugin, each once', () => {
    const relations = Object.entries(common)
      .filter(([name]) => name.startsWith('RELATION_'))
      .map(([, value]) => value)
      .filter(value => typeof value === 'string');

    expect(PIPELINES_RELATION_PAIRS.flat().sort()).toEqual(relations.sort());
  });
});
