import { RotationPlan } from './rotationPlan';
import { turnOf } from './turn';

function planOf(members: number, other: Partial<RotationPlan> = {}) {
  const plan: RotationPlan = {
    members: Array.from({ length: members }, (_, i) => `user:default/${i}`),
    type: 'weekly',
    length: 1,
    start: '2026-01-05',
    handoffTime: '09:00',
    timeZone: 'America/New_York',
    ...other,
  };
  return plan;
}

describe('turnOf', () => {
  it.each([
    {
      plan: planOf(4),
      number: 0,
      primary: 'user:default/0',
      text: 'weekly rotation, 1st of 4 in sequence',
    },
    {
      plan: planOf(4),
      number: 7,
      primary: 'user:default/3',
      text: 'weekly rotation, 4th of 4 in sequence',
    },
    {
      plan: planOf(30, { type: 'daily' }),
      number: 40,
      primary: 'user:default/10',
      text: 'daily rotation, 11th of 30 in sequence',
    },
    {
      plan: planOf(130, { type: 'daily' }),
      number: 111,
      primary: 'user:default/111',
      text: 'daily rotation, 112th of 130 in sequence',
    },
    {
      plan: planOf(30, { type: 'daily', length: 3 }),
      number: 21,
      primary: 'user:default/21',
      text: 'rotation every 3 days, 22nd of 30 in sequence',
    },
    {
      plan: planOf(4, { length: 2 }),
      number: 2,
      primary: 'user:default/2',
      text: 'rotation every 2 weeks, 3rd of 4 in sequence',
    },
    {
      plan: planOf(1),
      number: 8,
      primary: 'user:default/0',
      text: 'weekly rotation, the only member',
    },
  ])('shift $number: $text', ({ plan, number, primary, text }) => {
    expect(turnOf(plan, number)).toEqual({
      primary,
      reason: { type: 'sequence', text },
    });
  });

  it('needs a member', () => {
    expect(() => turnOf(planOf(0), 0)).toThrow(
      new RangeError('members is empty; a rotation needs at least one'),
    );
  });
});
