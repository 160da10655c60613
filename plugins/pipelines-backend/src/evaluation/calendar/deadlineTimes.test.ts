import { BusinessCalendar } from '@techflow/backstage-plugin-pipelines-common';
import { at, NEW_YORK, shown } from '../__testUtils__/instants';
import { PLAIN_CALENDAR } from './businessDays';
import { deadlineTimes } from './deadlineTimes';

const HOLIDAYS: BusinessCalendar = {
  weekend: ['saturday', 'sunday'],
  holidays: [
    { date: '2026-11-11', name: 'Veterans Day' },
    { date: '2026-11-26', name: 'Thanksgiving' },
    { date: '2026-11-30', name: 'Company day' },
  ],
};

const GULF: BusinessCalendar = {
  weekend: ['friday', 'saturday'],
  holidays: [],
};

describe('deadlineTimes', () => {
  it.each<
    [
      sentence: string,
      words: string,
      calendar: BusinessCalendar,
      from: string,
      to: string,
      expected: string[],
    ]
  >([
    [
      'end of week is the end of Sunday: Monday, first instant',
      'end of week',
      PLAIN_CALENDAR,
      '2026-10-26 00:00',
      '2026-11-09 00:01',
      [
        '2026-10-26 00:00 -04:00',
        '2026-11-02 00:00 -05:00',
        '2026-11-09 00:00 -05:00',
      ],
    ],
    [
      'Friday end of day',
      'Friday end of day',
      PLAIN_CALENDAR,
      '2026-11-02 00:00',
      '2026-11-09 00:00',
      ['2026-11-07 00:00 -05:00'],
    ],
    [
      'last day of month, also of a February',
      'last day of month 18:00',
      PLAIN_CALENDAR,
      '2026-01-15 00:00',
      '2026-03-15 00:00',
      ['2026-01-31 18:00 -05:00', '2026-02-28 18:00 -05:00'],
    ],
    [
      'the 31st of a month without one is its last day',
      '31st day of month 09:00',
      PLAIN_CALENDAR,
      '2026-01-01 00:00',
      '2026-05-01 00:00',
      [
        '2026-01-31 09:00 -05:00',
        '2026-02-28 09:00 -05:00',
        '2026-03-31 09:00 -04:00',
        '2026-04-30 09:00 -04:00',
      ],
    ],
    [
      'last business day of a month that ends on a holiday after a weekend',
      'last business day 17:00',
      HOLIDAYS,
      '2026-11-01 00:00',
      '2026-12-01 00:00',
      ['2026-11-27 17:00 -05:00'],
    ],
    [
      'nth business day counts neither weekend nor holiday',
      '8th business day 09:00',
      HOLIDAYS,
      '2026-11-01 00:00',
      '2026-12-01 00:00',
      ['2026-11-12 09:00 -05:00'],
    ],
    [
      'a weekend of Friday and Saturday',
      '1st business day 09:00',
      GULF,
      '2026-05-01 00:00',
      '2026-06-01 00:00',
      ['2026-05-03 09:00 -04:00'],
    ],
    [
      'the 23rd business day of a month with fewer is its last one',
      '23rd business day 09:00',
      HOLIDAYS,
      '2026-11-01 00:00',
      '2026-12-01 00:00',
      ['2026-11-27 09:00 -05:00'],
    ],
    [
      'every business day, none on a holiday',
      'every business day 09:00',
      HOLIDAYS,
      '2026-11-25 00:00',
      '2026-12-02 00:00',
      [
        '2026-11-25 09:00 -05:00',
        '2026-11-27 09:00 -05:00',
        '2026-12-01 09:00 -05:00',
      ],
    ],
    [
      'a time that spring skips is the instant at which it is skipped',
      'every day 02:30',
      PLAIN_CALENDAR,
      '2026-03-08 00:00',
      '2026-03-09 00:00',
      ['2026-03-08 03:00 -04:00'],
    ],
    [
      'a time that comes twice counts once, the first time',
      'every day 01:30',
      PLAIN_CALENDAR,
      '2026-11-01 00:00',
      '2026-11-02 00:00',
      ['2026-11-01 01:30 -04:00'],
    ],
  ])('%s', (_, words, calendar, from, to, expected) => {
    const times = deadlineTimes({ words, timeZone: NEW_YORK, calendar });
    const found = times.between(at(from), at(to));
    expect(found.map(time => shown(time))).toEqual(expected);
  });

  it('refuses words that say none', () => {
    expect(() =>
      deadlineTimes({ words: 'soon', timeZone: 'UTC', calendar: GULF }),
    ).toThrow("'soon' says no deadline");
  });
});
