import { PipelineSpec } from '@techflow/backstage-plugin-pipelines-common';
import {
  november,
  rulesIn,
  specWith,
} from '../../database/scores/__testUtils__/seedJudged';
import { monthOf } from '../../evaluation';
import { changesOf } from './changesOf';

const month = monthOf('2026-11', 'UTC');
type Objective = NonNullable<PipelineSpec['sla']>['objectives'][number];

const fresh = (changes: Partial<Objective> = {}) =>
  Object.assign(
    { id: 'p', type: 'freshness', maxAge: '24h', target: 99 } as const,
    changes,
  );
const review: Objective = {
  id: 'p',
  type: 'review',
  every: 'month',
  by: 'group:finance',
};
const ruleOf = (objective: Objective, timeZone = 'UTC') =>
  rulesIn(specWith([objective], { timeZone }))('objective:p');

describe('changes of promises within a month', () => {
  const changes = (
    before: ReturnType<typeof ruleOf>,
    after: ReturnType<typeof ruleOf>,
    at = november(9),
  ) =>
    changesOf(
      [
        { ruleId: 1, id: 1, rule: before, from: november(1), to: at },
        { ruleId: 1, id: 2, rule: after, from: at },
      ],
      month,
    );

  it.each<[string, Objective, Objective, string, string]>([
    [
      'the target',
      fresh(),
      fresh({ target: 99.5 }),
      'target: 99',
      'target: 99.5',
    ],
    [
      'two fields, one of them new',
      fresh(),
      fresh({ maxAge: '48h', watermark: 'newest' }),
      'maxAge: 24h; watermark: none',
      'maxAge: 48h; watermark: newest',
    ],
    [
      'who signs',
      review,
      { ...review, by: 'group:audit' },
      'by: group:finance',
      'by: group:audit',
    ],
  ])('name %s', (_, old, next, before, after) => {
    expect(changes(ruleOf(old), ruleOf(next))).toEqual([
      { objective: 'p', at: '2026-11-09T00:00:00.000Z', before, after },
    ]);
  });

  it('name the zone', () => {
    const [found] = changes(ruleOf(fresh()), ruleOf(fresh(), 'Asia/Tokyo'));
    expect([found.before, found.after]).toEqual([
      'timeZone: UTC',
      'timeZone: Asia/Tokyo',
    ]);
  });

  it('name days off and schedules where they matter alone', () => {
    const withHolidays = (objective: Objective) => {
      const spec = specWith([objective]);
      const holidays = [{ date: '2026-11-26', name: 'Thanksgiving' }];
      return rulesIn({
        ...spec,
        schedules: [],
        ...(spec.sla && { sla: { ...spec.sla, calendar: { holidays } } }),
      })('objective:p');
    };
    const run: Objective = { id: 'p', type: 'delivery', audience: 'investors' };
    expect(changes(ruleOf(fresh()), withHolidays(fresh()))).toEqual([]);
    expect(changes(ruleOf(run), withHolidays(run))).toMatchObject([
      {
        before:
          'schedules: investors 0 6 1 * * America/New_York, grace 2h; days off: saturday, sunday',
        after: 'schedules: none; days off: saturday, sunday, 2026-11-26',
      },
    ]);
  });

  it.each<[string, Objective, Objective, Date]>([
    ['words alone', fresh(), fresh({ title: 'New' }), november(9)],
    [
      'what was before the month',
      fresh(),
      fresh({ target: 95 }),
      new Date('2026-10-31T23:59:59Z'),
    ],
    [
      'what is after it',
      fresh(),
      fresh({ target: 95 }),
      new Date('2026-12-01T00:00:00Z'),
    ],
  ])('leave out %s', (_, old, next, at) => {
    expect(changes(ruleOf(old), ruleOf(next), at)).toEqual([]);
  });

  it('are none between two promises', () => {
    const [one, other] = [fresh(), fresh({ target: 90 })].map(each =>
      ruleOf(each),
    );
    const found = changesOf(
      [
        { ruleId: 1, id: 1, rule: one, from: november(1) },
        { ruleId: 2, id: 2, rule: other, from: november(2) },
      ],
      month,
    );
    expect(found).toEqual([]);
  });
});
