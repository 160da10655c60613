import { rangeWords } from './rangeWords';
import { instantsOf, namedRange } from './statisticsRange';

const timeZone = 'America/New_York';
const now = Date.parse('2026-11-23T15:00:00Z');

describe('ranges', () => {
  it.each([
    ['2026-12-07T14:00:00Z', '2026-12-14T14:00:00Z', '7 – 14 Dec'],
    ['2026-12-28T14:00:00Z', '2027-01-04T14:00:00Z', '28 Dec – 4 Jan'],
  ])('says %s to %s as %s', (start, end, words) => {
    expect(rangeWords({ start, end }, { timeZone })).toBe(words);
  });

  it.each([
    ['this-year', '2026-01-01', '2026-12-31'],
    ['last-90', '2026-08-26', '2026-11-23'],
    ['next-90', '2026-11-23', '2027-02-20'],
  ] as const)('%s is %s to %s', (name, first, last) => {
    expect(namedRange(name, { timeZone, now })).toEqual({ first, last });
  });

  it('begins and ends at midnight in the zone, also over a clock change', () => {
    const range = { first: '2026-10-31', last: '2026-11-01' };
    expect(instantsOf(range, timeZone)).toEqual({
      from: '2026-10-31T04:00:00.000Z',
      to: '2026-11-02T05:00:00.000Z',
    });
  });
});
