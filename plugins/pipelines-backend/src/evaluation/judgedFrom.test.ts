import fc from 'fast-check';
import { COMPANY, YEAR } from './__testUtils__/anyYear';
import { at, DAY, HOUR, shown } from './__testUtils__/instants';
import { monitor, promise } from './__testUtils__/judging';
import { judgedFrom } from './judgedFrom';
import { RuleVersion, rulesOf } from './rule';

const MONTHLY = [promise({ id: 'd', type: 'delivery', audience: 'investors' })];
const WORDS = [
  promise({
    id: 'd',
    type: 'delivery',
    deadline: 'every day 09:00',
    grace: '1h',
  }),
];
const SLOW = [
  promise({
    id: 'd',
    type: 'delivery',
    deadline: 'every day 09:00',
    grace: '3d',
  }),
];
const WITH_FIGURES = [
  promise(
    { id: 'd', type: 'delivery', audience: 'experiments' },
    {
      with: { monitors: [{ id: 'r', type: 'required', metrics: ['m'] }] },
    },
  ),
];
const REVIEW = [
  promise({
    id: 'r',
    type: 'review',
    every: 'month',
    by: 'accounts',
    due: '3rd business day 12:00',
  }),
];
const limit = (given: object = {}) =>
  monitor(
    { id: 't', type: 'threshold', metric: 'm', mustBeLessThan: 5 },
    given,
  );

describe('from when on a rule is judged again', () => {
  it.each<
    [
      sentence: string,
      versions: RuleVersion[],
      touched: string,
      expected: string,
    ]
  >([
    [
      'a figure changes nothing before it',
      [limit()],
      '11-03 10:00',
      '11-03 10:00',
    ],
    ['the slot that was to begin last', MONTHLY, '11-20 10:00', '11-01 06:00'],
    [
      'a run that fires early answers the slot to come',
      MONTHLY,
      '12-01 05:59',
      '12-01 05:59',
    ],
    [
      'of a deadline a run answers the next one; the slot is yet to be expected',
      WORDS,
      '11-03 08:00',
      '11-03 08:00',
    ],
    [
      'or the last one, while it is not due',
      WORDS,
      '11-03 09:30',
      '11-03 09:00',
    ],
    ['of slow ones all that are not due', SLOW, '11-09 12:00', '11-07 09:00'],
    [
      'a figure may be of a run of the month before',
      WITH_FIGURES,
      '11-20 10:00',
      '10-01 00:00',
    ],
    [
      'a review that is not due is of a period that ended',
      REVIEW,
      '11-03 10:00',
      '10-05 12:00',
    ],
  ])('%s', (_, versions, touched, expected) => {
    const found = judgedFrom(versions, at(`2026-${touched}`));
    expect(shown(found).slice(5, 16)).toBe(expected);
  });

  it('nothing before the first version, nor for one that ended before', () => {
    const changedAt = at('2026-11-10 00:00');
    const versions = [
      limit({ id: 'v1', from: at('2026-11-01 00:00'), to: changedAt }),
      limit({ id: 'v2', from: changedAt }),
    ];
    const go = (touched: string) => shown(judgedFrom(versions, at(touched)));
    expect(go('2026-10-01 00:00')).toBe('2026-11-01 00:00 -04:00');
    expect(go('2026-11-05 00:00')).toBe('2026-11-05 00:00 -05:00');
    expect(go('2026-11-12 00:00')).toBe('2026-11-12 00:00 -05:00');
  });

  it('a late run may answer the last slot of the version before', () => {
    const changedAt = at('2026-11-03 12:00');
    const daily = (deadline: string, given: object) =>
      promise({ id: 'd', type: 'delivery', deadline, grace: '6h' }, given);
    const versions = [
      daily('every day 09:00', { id: 'v1', to: changedAt }),
      daily('every day 20:00', { id: 'v2', from: changedAt }),
    ];
    expect(shown(judgedFrom(versions, at('2026-11-03 14:00')))).toBe(
      '2026-11-03 09:00 -05:00',
    );
  });

  const rules = rulesOf(COMPANY).map(
    rule => [`${rule.kind} ${rule.spec.id}`, rule] as const,
  );

  it.each(rules)(
    '%s: never later than the instant, nor for an earlier one',
    (_, rule) => {
      const versions = [
        { id: 'v1', rule, from: YEAR.from, to: YEAR.from + 90 * DAY },
        { id: 'v2', rule, from: YEAR.from + 90 * DAY },
      ];
      const instant = fc.integer({ min: YEAR.from, max: YEAR.to });
      const beside = fc.integer({ min: 0, max: 2 * DAY });
      fc.assert(
        fc.property(instant, beside, (one, more) => {
          const found = judgedFrom(versions, one);
          expect(found).toBeLessThanOrEqual(one);
          expect(judgedFrom(versions, one - more)).toBeLessThanOrEqual(found);
          expect(found).toBeGreaterThanOrEqual(YEAR.from);
          expect(one - found).toBeLessThan(70 * DAY + HOUR);
        }),
        { numRuns: 40 },
      );
    },
  );
});
