import { CronExpressionParser } from 'cron-parser';
import fc from 'fast-check';
import { at, DAY, NEW_YORK, shown } from '../__testUtils__/instants';
import { cronTimes } from './cronTimes';

describe('cronTimes', () => {
  it.each<
    [
      sentence: string,
      cron: string,
      zone: string,
      from: string,
      to: string,
      expected: string[],
    ]
  >([
    [
      'the first of each month, whatever the clocks do',
      '0 6 1 * *',
      NEW_YORK,
      '2026-10-01 00:00',
      '2026-12-02 00:00',
      [
        '2026-10-01 06:00 -04:00',
        '2026-11-01 06:00 -05:00',
        '2026-12-01 06:00 -05:00',
      ],
    ],
    [
      'a time that spring skips comes as long after the change, as schedulers fire',
      '30 2 * * *',
      NEW_YORK,
      '2026-03-07 00:00',
      '2026-03-10 00:00',
      [
        '2026-03-07 02:30 -05:00',
        '2026-03-08 03:30 -04:00',
        '2026-03-09 02:30 -04:00',
      ],
    ],
    [
      'a time that comes twice in autumn counts once, the first time',
      '30 1 * * *',
      NEW_YORK,
      '2026-10-31 00:00',
      '2026-11-03 00:00',
      [
        '2026-10-31 01:30 -04:00',
        '2026-11-01 01:30 -04:00',
        '2026-11-02 01:30 -05:00',
      ],
    ],
    [
      'every hour comes as often as the clocks show it: twice in autumn',
      '0 * * * *',
      NEW_YORK,
      '2026-11-01 00:00',
      '2026-11-01 04:00',
      [
        '2026-11-01 00:00 -04:00',
        '2026-11-01 01:00 -04:00',
        '2026-11-01 01:00 -05:00',
        '2026-11-01 02:00 -05:00',
        '2026-11-01 03:00 -05:00',
      ],
    ],
    [
      'every hour leaves out the one that spring skips',
      '30 * * * *',
      NEW_YORK,
      '2026-03-08 01:00',
      '2026-03-08 05:00',
      [
        '2026-03-08 01:30 -05:00',
        '2026-03-08 03:30 -04:00',
        '2026-03-08 04:30 -04:00',
      ],
    ],
    [
      'where midnight is skipped, it is 01:00',
      '0 0 * * *',
      'America/Santiago',
      '2026-09-05 00:00',
      '2026-09-08 00:00',
      [
        '2026-09-05 00:00 -04:00',
        '2026-09-06 01:00 -03:00',
        '2026-09-07 00:00 -03:00',
      ],
    ],
    [
      'a month without a 31st has none, as schedulers see it',
      '0 6 31 * *',
      NEW_YORK,
      '2026-01-01 00:00',
      '2026-06-01 00:00',
      [
        '2026-01-31 06:00 -05:00',
        '2026-03-31 06:00 -04:00',
        '2026-05-31 06:00 -04:00',
      ],
    ],
    [
      'L is the last day of the month',
      '0 6 L * *',
      NEW_YORK,
      '2028-02-01 00:00',
      '2028-04-01 00:00',
      ['2028-02-29 06:00 -05:00', '2028-03-31 06:00 -04:00'],
    ],
  ])('%s', (_, cron, zone, from, to, expected) => {
    const found = cronTimes(cron, zone).between(at(from, zone), at(to, zone));
    expect(found.map(time => shown(time, zone))).toEqual(expected);
  });

  it('looks back over a skipped midnight, where cron-parser finds no end', () => {
    const times = cronTimes('0 0 * * *', 'America/Santiago');
    const monday = at('2026-09-07 00:00', 'America/Santiago');
    expect(shown(times.atOrBefore(monday - 1) ?? 0, 'America/Santiago')).toBe(
      '2026-09-06 01:00 -03:00',
    );
  });

  it('finds the next 29 February, and says so when there is none', () => {
    const times = cronTimes('0 6 29 2 *', 'UTC');
    expect(times.after(at('2026-01-01T00:00Z'))).toBe(at('2028-02-29T06:00Z'));
    expect(times.atOrBefore(at('2026-01-01T00:00Z'))).toBe(
      at('2024-02-29T06:00Z'),
    );
    expect(
      cronTimes('0 6 * 2 1#5', 'UTC').after(at('2026-01-01T00:00Z')),
    ).toBeUndefined();
  });

  it('is what cron-parser says wherever no clock changes', () => {
    const field = (values: string[]) => fc.constantFrom(...values);
    fc.assert(
      fc.property(
        fc.tuple(
          field(['0', '*/20', '5,35']),
          field(['*', '6', '*/8', '0-3', '23']),
          field(['*', '1', '15,L', '31', '*/9']),
          field(['*', '2', '1-6']),
          field(['*', '0', '7', '1-5', '5L', '1#2', 'MON']),
        ),
        fc.integer({
          min: at('2024-01-01T00:00Z'),
          max: at('2030-01-01T00:00Z'),
        }),
        (fields, from) => {
          const cron = fields.join(' ');
          fc.pre(!(fields[2] === '31' && fields[3] === '2'));
          const parser = CronExpressionParser.parse(cron, {
            currentDate: new Date(from),
            tz: 'UTC',
          });
          const theirs = parser.take(3).map(date => date.getTime());
          const to = theirs[2] + 1;
          fc.pre(to - from < 400 * DAY);
          expect(cronTimes(cron, 'UTC').between(from + 1, to)).toEqual(theirs);
        },
      ),
    );
  });

  it('in any zone goes forward and back over the same times', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
        fc.constantFrom(
          '0 0 * * *',
          '30 2 * * *',
          '*/30 * * * *',
          '15 23 * * 0',
        ),
        fc.integer({
          min: at('2024-01-01T00:00Z'),
          max: at('2030-01-01T00:00Z'),
        }),
        (zone, cron, from) => {
          const times = cronTimes(cron, zone);
          const next = times.after(from) ?? 0;
          expect(next).toBeGreaterThan(from);
          expect(times.atOrBefore(next)).toBe(next);
          const before = times.atOrBefore(next - 1) ?? 0;
          expect(before).toBeLessThanOrEqual(from);
          expect(times.between(before, next + 1)).toEqual([before, next]);
        },
      ),
    );
  });
});
