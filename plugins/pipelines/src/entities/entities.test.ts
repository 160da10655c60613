import { escalationPolicy, pipeline } from '../__testUtils__/builders';
import { escalationSteps } from './escalationSteps';
import { fullRef, optionalFullRef } from './fullRef';
import { ownershipRow } from './ownershipRow';
import { scheduleZone } from './scheduleZone';

describe('fullRef', () => {
  const from = pipeline();
  it.each([
    ['finance', 'group:default/finance'],
    ['user:cfo', 'user:default/cfo'],
    ['group:board/risk', 'group:board/risk'],
  ])('of %s is %s', (ref, full) => {
    expect(fullRef(ref, { kind: 'Group', from })).toBe(full);
  });

  it('looks beside the entity, in its own namespace', () => {
    const elsewhere = pipeline(
      {},
      { metadata: { name: 'profit', namespace: 'board' } },
    );
    expect(fullRef('risk', { kind: 'Group', from: elsewhere })).toBe(
      'group:board/risk',
    );
    expect(
      optionalFullRef(undefined, { kind: 'Group', from: elsewhere }),
    ).toBeUndefined();
  });
});

describe('ownershipRow', () => {
  it('is the full references of a pipeline', () => {
    expect(ownershipRow(pipeline())).toEqual({
      pipelineRef: 'pipeline:default/profit',
      criticality: 'high',
      ownerRef: 'group:default/finance',
      secondaryOwnerRef: 'group:default/data-engineering',
      stakeholderRefs: ['user:default/cfo', 'group:default/risk'],
      rotationRef: 'rotation:default/data-engineering',
      runbookRef: 'runbook:default/profit',
    });
  });

  it("is none for somebody else's Pipeline", () => {
    expect(
      ownershipRow(pipeline({}, { apiVersion: 'example.org/v1' })),
    ).toBeUndefined();
  });
});

describe('escalationSteps', () => {
  const subject = {
    pipeline: pipeline(),
    onCallRef: 'user:default/engineer-a',
  };
  const contactsOf = (steps: ReturnType<typeof escalationSteps>) =>
    steps.map(step => step.contacts.flatMap(({ refs }) => refs));

  it('resolves roles to those who have them', () => {
    const steps = escalationSteps(escalationPolicy(), subject);
    expect(steps.map(({ after }) => after)).toEqual([
      'at once',
      'after 30 minutes',
      'after 2 hours',
    ]);
    expect(contactsOf(steps)).toEqual([
      ['user:default/engineer-a'],
      ['group:default/finance'],
      ['group:default/analytics-lead', 'user:default/cfo'],
    ]);
    expect(steps[2].contacts[1].condition).toBe('critical financial issues');
  });

  it('says severities when no words are given', () => {
    const policy = escalationPolicy({
      levels: [
        {
          name: 'All',
          after: '0m',
          targets: [{ ref: 'risk', severities: ['critical', 'high'] }],
        },
      ],
    });
    expect(escalationSteps(policy, subject)[0].contacts[0].condition).toBe(
      'critical and high issues',
    );
  });

  it('leaves out targets that are meant for other pipelines', () => {
    const policy = escalationPolicy({
      levels: [
        {
          name: 'Business',
          after: '30m',
          targets: [
            { ref: 'finance', pipelines: ['profit'] },
            { ref: 'accounts', pipelines: ['growth'] },
            { role: 'stakeholders' },
            { role: 'secondary-owner' },
          ],
        },
      ],
    });
    expect(contactsOf(escalationSteps(policy, subject))).toEqual([
      [
        'group:default/finance',
        'user:default/cfo',
        'group:default/risk',
        'group:default/data-engineering',
      ],
    ]);
    expect(contactsOf(escalationSteps(policy))).toEqual([
      ['group:default/finance', 'group:default/accounts'],
    ]);
  });
});

describe('scheduleZone', () => {
  const schedule = (audience: string, timeZone: string) => ({
    audience,
    timeZone,
    cron: '0 6 * * *',
  });
  const schedules = [
    schedule('experiments', 'America/New_York'),
    schedule('investors', 'Europe/London'),
  ];
  const sla = {
    timeZone: 'Asia/Tokyo',
    objectives: [{ id: 'fresh', type: 'freshness' as const, maxAge: '24h' }],
  };

  it.each([
    ['of the audience', { schedules, sla }, 'investors', 'Europe/London'],
    ['of the first, for none', { schedules }, undefined, 'America/New_York'],
    ['of the first, for another', { schedules }, 'x', 'America/New_York'],
    ['of the promises', { sla }, 'investors', 'Asia/Tokyo'],
    ['UTC, where nothing says one', {}, 'investors', 'UTC'],
  ])('is %s', (_case, spec, audience, zone) => {
    expect(scheduleZone(pipeline(spec), audience)).toBe(zone);
  });
});
