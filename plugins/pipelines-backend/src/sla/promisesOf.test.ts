import {
  november,
  rulesIn,
  specWith,
} from '../database/scores/__testUtils__/seedJudged';
import { StandingRule } from '../database/scores/ScoreStore';
import { promisesOf } from './promisesOf';

const delivery = { id: 'p', type: 'delivery', audience: 'investors' } as const;
const success = { id: 'p', type: 'success', audience: 'investors' } as const;

function recorded(
  id: number,
  type: string,
  others: Partial<StandingRule> = {},
): StandingRule {
  return {
    id,
    pipelineRef: 'pipeline:default/profit',
    kind: 'objective',
    name: 'p',
    type,
    unit: 'slots',
    ...others,
  };
}

describe('promises that are listed', () => {
  const old = recorded(1, 'delivery', { endedAt: november(3) });
  const now = recorded(2, 'success');
  const last = new Map([
    [1, rulesIn(specWith([delivery]))('objective:p')],
    [2, rulesIn(specWith([success]))('objective:p')],
  ]);
  const listed = (scored: number[], rules = [old, now]) =>
    promisesOf({
      said: [success],
      rules,
      last,
      scored: new Set(scored),
    }).map(({ spec, rule }) => [spec.type, rule?.id]);

  it('are another of the same name, where its type changed', () => {
    expect(listed([1, 2])).toEqual([
      ['success', 2],
      ['delivery', 1],
    ]);
  });

  it('leave out what is gone and came to nothing in these months', () => {
    expect(listed([2])).toEqual([['success', 2]]);
  });

  it('have those that are not recorded yet', () => {
    expect(listed([], [old])).toEqual([['success', undefined]]);
  });

  it('do not take a monitor of the same name for them', () => {
    const monitor = recorded(3, 'success', { kind: 'monitor' });
    expect(listed([3], [monitor])).toEqual([['success', undefined]]);
  });
});
