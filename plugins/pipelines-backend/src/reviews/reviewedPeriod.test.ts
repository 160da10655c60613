import { InputError } from '@backstage/errors';
import { reviewedPeriod, ReviewObjective } from './reviewedPeriod';

const review = (
  every: ReviewObjective['every'],
  due?: string,
): ReviewObjective => ({
  id: 'sign-off',
  type: 'review',
  every,
  by: 'analysts',
  ...(due && { due }),
});

const MONTHLY = review('month', '5th business day 17:00');
const AT_ITS_END = review('month');

function periodOf(
  label: string,
  objective: ReviewObjective,
  now: string,
  timeZone = 'America/New_York',
) {
  const { from, to } = reviewedPeriod(label, {
    objective,
    timeZone,
    now: new Date(now),
    oldest: new Date('2025-10-20T12:00:00Z'),
  });
  return [new Date(from).toISOString(), new Date(to).toISOString()];
}

describe('reviewedPeriod', () => {
  it.each<[label: string, every: ReviewObjective['every'], period: string[]]>([
    [
      '2026-10',
      'month',
      ['2026-10-01T04:00:00.000Z', '2026-11-01T04:00:00.000Z'],
    ],
    [
      '2026-02',
      'month',
      ['2026-02-01T05:00:00.000Z', '2026-03-01T05:00:00.000Z'],
    ],
    [
      '2026-W45',
      'week',
      ['2026-11-02T05:00:00.000Z', '2026-11-09T05:00:00.000Z'],
    ],
    // Belongs to the year of its Thursday.
    [
      '2026-W53',
      'week',
      ['2026-12-28T05:00:00.000Z', '2027-01-04T05:00:00.000Z'],
    ],
    [
      '2026-W01',
      'week',
      ['2025-12-29T05:00:00.000Z', '2026-01-05T05:00:00.000Z'],
    ],
    [
      '2026-Q4',
      'quarter',
      ['2026-10-01T04:00:00.000Z', '2027-01-01T05:00:00.000Z'],
    ],
  ])('%s is a %s in the zone of the promises', (label, every, period) => {
    const objective = review(every, 'last day of month');
    expect(periodOf(label, objective, '2027-02-01T00:00:00Z')).toEqual(period);
  });

  it.each<[label: string, every: ReviewObjective['every'], sentence: string]>([
    [
      '2026-13',
      'month',
      '"2026-13" is no month; it must be one such as 2026-10',
    ],
    ['2026-00', 'month', 'is no month'],
    ['2026-1', 'month', 'is no month'],
    ['2026-Q3', 'month', 'is no month'],
    ['2026-10-01', 'month', 'is no month'],
    [' 2026-10', 'month', 'is no month'],
    ['2026-10', 'week', 'is no week; it must be one such as 2026-W45'],
    ['2025-W53', 'week', 'is no week'],
    ['2026-W00', 'week', 'is no week'],
    ['2026-w45', 'week', 'is no week'],
    ['2026-Q5', 'quarter', 'is no quarter; it must be one such as 2026-Q4'],
    ['2026-Q0', 'quarter', 'is no quarter'],
    ['0000-Q1', 'quarter', 'is no quarter'],
    ['9999-12', 'month', 'is no month'],
    ['-271821-04', 'month', 'is no month'],
    ['\u0662\u0660\u0662\u0666-10', 'month', 'is no month'],
    ['', 'month', 'is no month'],
  ])('%j is no %s', (label, every, sentence) => {
    const read = () => periodOf(label, review(every), '2027-02-01T00:00:00Z');
    expect(read).toThrow(InputError);
    expect(read).toThrow(sentence);
  });

  const october = ['2026-10-01T04:00:00.000Z', '2026-11-01T04:00:00.000Z'];

  it.each<[sentence: string, objective: ReviewObjective, now: string]>([
    ['once it is over', MONTHLY, '2026-11-01T04:00:00Z'],
    ['long after', MONTHLY, '2027-05-01T00:00:00Z'],
    [
      'on its last day, where it is due at its end',
      AT_ITS_END,
      '2026-10-31T04:00:00Z',
    ],
  ])('a period is signed %s', (_, objective, now) => {
    expect(periodOf('2026-10', objective, now)).toEqual(october);
  });

  it.each<[objective: ReviewObjective, now: string, day: string]>([
    [MONTHLY, '2026-11-01T03:59:59.999Z', '2026-11-01'],
    [MONTHLY, '2026-10-31T12:00:00Z', '2026-11-01'],
    [AT_ITS_END, '2026-10-31T03:59:59.999Z', '2026-10-31'],
    [AT_ITS_END, '2026-01-01T00:00:00Z', '2026-10-31'],
  ])('a period is not signed before it is over', (objective, now, day) => {
    expect(() => periodOf('2026-10', objective, now)).toThrow(
      `period: 2026-10 is not over yet; it can be signed from ${day} on (America/New_York)`,
    );
  });

  it('a period is not signed when its data is gone', () => {
    const now = '2026-11-24T12:00:00Z';
    expect(() => periodOf('2025-09', MONTHLY, now)).toThrow(
      'period: 2025-09 ended too long ago; the data of that time is not kept any more, so it cannot be judged again; it must end after 2025-10-20T12:00:00.000Z',
    );
    expect(periodOf('2025-10', MONTHLY, now)).toHaveLength(2);
  });

  it('is found where a day begins at no midnight', () => {
    // Clocks in Santiago went from 24:00 to 01:00 before 6 September 2026.
    const objective = review('week', 'Friday end of day');
    const now = '2026-10-01T00:00:00Z';
    const zone = 'America/Santiago';
    expect(periodOf('2026-W36', objective, now, zone)).toEqual([
      '2026-08-31T04:00:00.000Z',
      '2026-09-07T03:00:00.000Z',
    ]);
  });
});
