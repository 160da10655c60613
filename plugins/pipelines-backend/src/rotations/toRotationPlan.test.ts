import { isRotationEntity } from '@techflow/backstage-plugin-pipelines-common';
import { team } from '../__testUtils__/team';
import { fromPlanRecord, planHash, toPlanRecord } from './planRecord';
import { toRotationPlan } from './toRotationPlan';

function planOf(
  changes: Parameters<typeof team>[0] = {},
  namespace = 'default',
) {
  const entity = team(changes);
  const placed = { ...entity, metadata: { ...entity.metadata, namespace } };
  if (!isRotationEntity(placed)) throw new Error('The example is no Rotation');
  return toRotationPlan(placed);
}

const handoff = {
  weekday: 'monday',
  time: '09:00',
  timeZone: 'America/New_York',
} as const;

const everything: Parameters<typeof team>[0] = {
  holidays: { dates: [{ date: '2026-12-25', name: 'Christmas Day' }] },
  allHands: [{ name: 'Investor report', period: 'last-week-of-month' }],
};

describe('toRotationPlan', () => {
  it('fills in what the spec leaves out', () => {
    expect(planOf(everything)).toEqual({
      members: ['user:default/a', 'user:default/b', 'user:default/c'],
      type: 'weekly',
      length: 1,
      start: '2026-11-23',
      handoffTime: '09:00',
      timeZone: 'America/New_York',
      meetingMinutes: 30,
      holidays: { rule: 'next-in-sequence', ...everything.holidays },
      allHands: [{ name: 'Investor report', days: 7 }],
    });
  });

  it('finds members in the namespace of the rotation, as its relations do', () => {
    expect(
      planOf({ members: ['a', 'user:default/b'] }, 'data').members,
    ).toEqual(['user:data/a', 'user:default/b']);
  });
});

describe('planHash', () => {
  it.each([
    ['a default that is written down', { length: 1 }],
    ['the meeting’s default', { handoff: { ...handoff, meetingMinutes: 30 } }],
    ['another owner', { owner: 'group:other' }],
    ['members in full form', { members: ['user:default/a', 'b', 'user:c'] }],
  ])('is the same with %s', (_, changes) => {
    expect(planHash(planOf(changes))).toBe(planHash(planOf()));
  });

  it.each([
    ['another order', { members: ['b', 'a', 'c'] }],
    ['another time', { handoff: { ...handoff, time: '10:00' } }],
    ['another length', { length: 2 }],
    ['a holiday', { holidays: everything.holidays }],
    ['all hands', { allHands: everything.allHands }],
  ])('differs with %s', (_, changes) => {
    expect(planHash(planOf(changes))).not.toBe(planHash(planOf()));
  });
});

it('reads back what is recorded', () => {
  const plan = planOf(everything);
  const record = JSON.parse(JSON.stringify(toPlanRecord(plan)));
  expect(fromPlanRecord(record)).toEqual(plan);
  expect(() => fromPlanRecord({ ...record, members: [] })).toThrow();
});
