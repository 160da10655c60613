import { Entity } from '@backstage/catalog-model';
import {
  escalationPolicy,
  pipeline,
  rotation,
  runbook,
  runbookRow,
  withMonitor,
  withObjective,
} from '../__testUtils__/entities';
import { checkEntity } from './checkEntity';
import { WEEKDAYS } from './deadline';

function messages(entity: Entity): string[] {
  return checkEntity(entity).map(({ message }) => message);
}

const fresh = { id: 'fresh', type: 'freshness', maxAge: '24h' };
const lag = { id: 'lag', type: 'threshold', metric: 'lag', mustBeLessThan: 9 };

describe('checkEntity', () => {
  it.each([
    ['Pipeline', pipeline()],
    ['Rotation', rotation()],
    ['Runbook', runbook()],
    ['EscalationPolicy', escalationPolicy()],
  ])('finds nothing wrong with a good %s', (_, entity) => {
    expect(messages(entity)).toEqual([]);
  });

  it('leaves entities of other groups alone', () => {
    expect(
      messages({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'x' },
      }),
    ).toEqual([]);
  });

  it.each<[sentence: string, entity: Entity, message: string]>([
    [
      'a misspelt key is answered with the key that was meant',
      pipeline({ secondryOwner: 'group:data-engineering' }),
      'spec.secondryOwner: `secondryOwner` is not known; did you mean `secondaryOwner`?',
    ],
    [
      'a key like none that is known is answered with all that are',
      withMonitor({ ...lag, colour: 'red' }),
      'spec.monitors[0].colour: `colour` is not known; known here: id, title, description, severity, for, recoverAfter, type, metric, mustBe, mustNotBe, mustBeGreaterThan, mustBeGreaterOrEqualTo, mustBeLessThan, mustBeLessOrEqualTo.',
    ],
    [
      'a missing value is named',
      pipeline({ purpose: null }),
      'spec.purpose is null; it must be some words.',
    ],
    [
      'a version of our group that does not exist',
      { ...pipeline(), apiVersion: 'techflow.io/v1' },
      'apiVersion is "techflow.io/v1"; it must be techflow.io/v1alpha1.',
    ],
    [
      'a kind in the wrong case',
      { ...pipeline(), kind: 'pipeline' },
      'kind is "pipeline"; it must be Pipeline, Rotation, Runbook or EscalationPolicy. Did you mean Pipeline?',
    ],
    [
      'a word outside a list, with the near one',
      pipeline({ criticality: 'meduim-high' }),
      'spec.criticality is "meduim-high"; it must be highest, high, medium-high, medium or low. Did you mean medium-high?',
    ],
    [
      'a holiday given twice',
      pipeline({
        sla: {
          timeZone: 'America/New_York',
          calendar: {
            holidays: [
              { date: '2026-12-25', name: 'Christmas Day' },
              { date: '2026-12-25', name: 'Company day' },
            ],
          },
          objectives: [fresh],
        },
      }),
      'spec.sla.calendar.holidays[1].date is "2026-12-25"; it must be given once only; it stands at position 1 of the list already.',
    ],
    [
      'a calendar without a business day',
      pipeline({
        sla: {
          timeZone: 'America/New_York',
          calendar: { weekend: [...WEEKDAYS] },
          objectives: [fresh],
        },
      }),
      'spec.sla.calendar.weekend is "all seven days"; it must be six days at most: one must be a business day.',
    ],
    [
      'a business calendar by a name that nobody defines',
      pipeline({
        sla: {
          timeZone: 'America/New_York',
          calendar: 'us-finance',
          objectives: [fresh],
        },
      }),
      'spec.sla.calendar is "us-finance"; it must be an object with weekend, holidays.',
    ],
    [
      'a cron of six fields',
      pipeline({
        schedules: [
          { audience: 'x', cron: '0 0 6 1 * *', timeZone: 'Europe/Berlin' },
        ],
      }),
      'spec.schedules[0].cron is "0 0 6 1 * *"; it must be a cron expression of five fields (minute, hour, day of month, month, day of week), such as 0 6 1 * *.',
    ],
    [
      'a cron with an hour that no day has',
      pipeline({
        schedules: [
          { audience: 'x', cron: '0 25 * * *', timeZone: 'Europe/Berlin' },
        ],
      }),
      'spec.schedules[0].cron is "0 25 * * *"; it must be a cron expression of five fields (minute, hour, day of month, month, day of week), such as 0 6 1 * *.',
    ],
    [
      'a zone that is not IANA, with the near one',
      pipeline({
        schedules: [
          { audience: 'x', cron: '0 6 * * *', timeZone: 'America/NewYork' },
        ],
      }),
      'spec.schedules[0].timeZone is "America/NewYork"; it must be an IANA time zone, such as America/New_York. Did you mean America/New_York?',
    ],
    [
      'an offset instead of a zone',
      rotation({
        handoff: { weekday: 'monday', time: '09:00', timeZone: '+02:00' },
      }),
      'spec.handoff.timeZone is "+02:00"; it must be an IANA time zone, such as America/New_York.',
    ],
    [
      'an owner of a kind that cannot own',
      pipeline({ owner: 'component:shop' }),
      'spec.owner is "component:shop"; it must be an entity reference [kind:][namespace/]name of kind Group or User.',
    ],
    [
      'the same objective id twice',
      pipeline({
        sla: { timeZone: 'UTC', objectives: [fresh, fresh] },
      }),
      'spec.sla.objectives[1].id is "fresh"; it must be given once only; it stands at position 1 of the list already.',
    ],
    [
      'the same monitor id twice',
      pipeline({ monitors: [lag, lag] }),
      'spec.monitors[1].id is "lag"; it must be given once only; it stands at position 1 of the list already.',
    ],
    [
      'an output for an audience that no schedule serves',
      pipeline({ outputs: [{ name: 'Profit', audience: 'investor' }] }),
      'spec.outputs[0].audience is "investor"; it must be an audience that spec.schedules serves (investors). Did you mean investors?',
    ],
    [
      'an objective of an unknown type',
      withObjective({ id: 'x', type: 'freshnes', maxAge: '24h' }),
      'spec.sla.objectives[0].type is "freshnes"; it must be delivery, freshness, ratio, success, availability, resolution or review. Did you mean freshness?',
    ],
    [
      'an objective without its type',
      withObjective({ id: 'x', maxAge: '24h' }),
      'spec.sla.objectives[0].type is missing; it must be delivery, freshness, ratio, success, availability, resolution or review.',
    ],
    [
      'a duration in words',
      withObjective({ ...fresh, maxAge: '24 hours' }),
      'spec.sla.objectives[0].maxAge is "24 hours"; it must be a whole number and a unit (m, h, d or w), such as 30m, 48h, 7d or 1w.',
    ],
    [
      'a target above all there is',
      withObjective({ ...fresh, target: 101 }),
      'spec.sla.objectives[0].target is 101; it must be a percentage above 0, up to and including 100.',
    ],
    [
      'a deadline that says no moment',
      withObjective({ id: 'x', type: 'delivery', deadline: 'soon' }),
      'spec.sla.objectives[0].deadline is "soon"; it must be a deadline in words, such as every day 09:00; every business day 09:00; friday end of day; end of week; 1st day of month 06:00; last day of month 18:00; end of month; 5th business day 09:00; last business day 17:00.',
    ],
    [
      'a delivery that says neither audience nor deadline',
      withObjective({ id: 'x', type: 'delivery' }),
      'spec.sla.objectives[0] has none of them; it must have audience, deadline or both.',
    ],
    [
      'a delivery whose grace stands with the schedule',
      withObjective({
        id: 'x',
        type: 'delivery',
        audience: 'investors',
        grace: '1h',
      }),
      'spec.sla.objectives[0].grace is "1h"; it must be left out here: the grace of an audience stands with its schedule.',
    ],
    [
      'a resolution with two limits',
      withObjective({
        id: 'x',
        type: 'resolution',
        within: '48h',
        by: 'end of month',
      }),
      'spec.sla.objectives[0] has within and by; it must have exactly one of within, by.',
    ],
    [
      'a threshold with two limits',
      withMonitor({ ...lag, mustBe: 3 }),
      'spec.monitors[0] has mustBe and mustBeLessThan; it must have exactly one of mustBe, mustNotBe, mustBeGreaterThan, mustBeGreaterOrEqualTo, mustBeLessThan, mustBeLessOrEqualTo.',
    ],
    [
      'a range the wrong way round',
      withMonitor({
        id: 'x',
        type: 'range',
        metric: 'm',
        mustBeBetween: [2, 1],
      }),
      'spec.monitors[0].mustBeBetween is "2 to 1"; it must be the lowest value first, then the highest.',
    ],
    [
      'a change that allows everything',
      withMonitor({ id: 'x', type: 'change', metric: 'm', period: 'month' }),
      'spec.monitors[0] has none of them; it must have mustNotDropMoreThan, mustNotRiseMoreThan or both.',
    ],
    [
      'a pipeline that depends on itself',
      pipeline({ dependsOn: ['sample'] }),
      'spec.dependsOn[0] is "sample"; it must be another entity than the pipeline itself.',
    ],
    [
      'a stakeholder named twice in two spellings',
      pipeline({ stakeholders: ['risk', 'group:default/risk'] }),
      'spec.stakeholders[1] is "group:default/risk"; it must be given once only; it stands at position 1 of the list already.',
    ],
    [
      'a member named twice in two spellings',
      rotation({ members: ['user:engineer-a', 'engineer-a'] }),
      'spec.members[1] is "user:default/engineer-a"; it must be given once only; it stands at position 1 of the list already.',
    ],
    [
      'a weekly rotation without its day',
      rotation({ handoff: { time: '09:00', timeZone: 'UTC' } }),
      'spec.handoff.weekday is missing; it must be a day of the week when spec.type is weekly.',
    ],
    [
      'a daily rotation with a day',
      rotation({
        type: 'daily',
        handoff: { weekday: 'monday', time: '09:00', timeZone: 'UTC' },
      }),
      'spec.handoff.weekday is "monday"; it must be left out when spec.type is daily.',
    ],
    [
      'a start that is no handoff',
      rotation({ start: '2026-01-06' }),
      'spec.start is "2026-01-06 (a tuesday)"; it must be a monday, as spec.handoff.weekday says.',
    ],
    [
      'a day that no calendar has',
      rotation({ start: '2026-02-30' }),
      'spec.start is "2026-02-30"; it must be a date, in quotes, such as "2026-12-25".',
    ],
    [
      'a time that YAML read as a number',
      rotation({
        handoff: { weekday: 'monday', time: 540, timeZone: 'UTC' },
      }),
      'spec.handoff.time is 540; it must be a time of day from 00:00 to 23:59, in quotes, such as "09:00".',
    ],
    [
      'a rotation of nobody',
      rotation({ members: [] }),
      'spec.members is an empty list; it must be a list with at least one entry.',
    ],
    [
      'two runbook rows of one id',
      runbook({ rows: [runbookRow(), runbookRow()] }),
      'spec.rows[1].id is "revenue-mismatch"; it must be given once only; it stands at position 1 of the list already.',
    ],
    [
      'a row whose matches say nothing',
      runbook({ rows: [runbookRow({ matches: { monitors: [] } })] }),
      'spec.rows[0].matches is an object; it must be given at least one monitor, objective or error, or left out.',
    ],
    [
      'a monitor answered by two rows',
      runbook({
        rows: [
          runbookRow({ matches: { monitors: ['drop'] } }),
          runbookRow({ id: 'other', matches: { monitors: ['drop'] } }),
        ],
      }),
      'spec.rows[1].matches.monitors[0] is "drop"; it must be answered by one row only; row revenue-mismatch answers it already.',
    ],
    [
      'levels that do not climb in time',
      escalationPolicy({
        levels: [
          { name: 'one', after: '1h', targets: [{ role: 'on-call' }] },
          { name: 'two', after: '60m', targets: [{ role: 'on-call' }] },
        ],
      }),
      'spec.levels[1].after is "60m"; it must be longer than the 1h of the level before it.',
    ],
    [
      'a role that no pipeline has',
      escalationPolicy({
        levels: [{ name: 'one', after: '0m', targets: [{ role: 'oncall' }] }],
      }),
      'spec.levels[0].targets[0].role is "oncall"; it must be on-call, primary-owner, secondary-owner or stakeholders. Did you mean on-call?',
    ],
    [
      'a target that is both a role and a reference',
      escalationPolicy({
        levels: [
          {
            name: 'one',
            after: '0m',
            targets: [{ role: 'on-call', ref: 'group:finance' }],
          },
        ],
      }),
      'spec.levels[0].targets[0].ref: `ref` is not known; known here: role, for, severities, pipelines.',
    ],
    [
      'a spec that is no object',
      { ...pipeline(), spec: undefined },
      'spec is missing; it must be an object with type, lifecycle, owner, secondaryOwner, stakeholders, system, criticality, purpose, rotation, escalationPolicy, runbook, dependsOn, dataSources, dataTypes, outputs, schedules, jobs, metrics, sla, monitors.',
    ],
  ])('names %s', (_, entity, message) => {
    expect(messages(entity)).toEqual([message]);
  });

  it('reports all structural faults at once', () => {
    expect(
      messages(pipeline({ criticality: 'x', type: 'y', owner: 7 })),
    ).toHaveLength(3);
  });

  it('lets the outputs of a streaming pipeline go without a schedule', () => {
    const entity = pipeline({
      type: 'streaming',
      schedules: [],
      outputs: [{ name: 'Clicks', audience: 'product' }],
    });
    expect(messages(entity)).toEqual([]);
  });

  it('quotes only the beginning of a very long value', () => {
    const [message] = messages(pipeline({ criticality: 'x'.repeat(10_000) }));
    expect(message.length).toBeLessThan(250);
  });

  it.each([[[]], ['text'], [7], [null], [[{}]], [{ sla: [] }]])(
    'never throws, whatever the spec is: %j',
    spec => {
      const entity = JSON.parse(JSON.stringify({ ...pipeline(), spec }));
      expect(messages(entity).length).toBeGreaterThan(0);
    },
  );
});
