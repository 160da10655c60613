import { PIPELINE_KINDS } from '@techflow/backstage-plugin-pipelines-common';
import { KIND_ICONS } from './icons';

describe('KIND_ICONS', () => {
  it('has an icon for each of our kinds', () => {
    expect(Object.keys(KIND_ICONS).sort()).toEqual(
      PIPELINE_KINDS.map(kind => kind.toLowerCase()).sort(),
    );
  });
});
