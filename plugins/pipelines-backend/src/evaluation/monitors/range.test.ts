import { Monitor } from '@techflow/backstage-plugin-pipelines-common';
import { says } from '../__testUtils__/judging';

const WARNS = 'missed out-of-limits';

describe('range', () => {
  it.each<[figure: number, expected: string]>([
    [-100, 'met'],
    [100, 'met'],
    [100.01, WARNS],
    [-100.01, WARNS],
  ])('%s against -100 to 100: %s', (figure, expected) => {
    const spec: Monitor = {
      id: 'r',
      type: 'range',
      metric: 'm',
      mustBeBetween: [-100, 100],
    };
    expect(says(spec, figure)).toBe(expected);
  });
});
