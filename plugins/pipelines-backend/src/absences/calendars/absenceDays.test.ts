import { absenceDays } from './absenceDays';

const NEW_YORK = { timeZone: 'America/New_York', today: '2026-12-01' };

const calendar = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:test',
    ...events.flatMap((event, index) => [
      'BEGIN:VEVENT',
      ...(event.includes('UID:') ? [] : [`UID:${index}`]),
      ...event.split('\n'),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

const days = (...events: string[]) =>
  absenceDays(calendar(...events), NEW_YORK).map(
    ({ from, to }) => `${from} ${to}`,
  );

describe('absenceDays', () => {
  it.each([
    [
      'whole days, of which the last is the day before the end',
      'DTSTART;VALUE=DATE:20261222\nDTEND;VALUE=DATE:20261230',
      ['2026-12-22 2026-12-29'],
    ],
    [
      'one day without an end',
      'DTSTART;VALUE=DATE:20261222',
      ['2026-12-22 2026-12-22'],
    ],
    [
      'eight hours, on the day that the rotation has then',
      'DTSTART:20261222T030000Z\nDTEND:20261222T110000Z',
      ['2026-12-21 2026-12-22'],
    ],
    ['a meeting', 'DTSTART:20261222T150000Z\nDTEND:20261222T160000Z', []],
    [
      'what is marked as free, such as a birthday',
      'DTSTART;VALUE=DATE:20261222\nTRANSP:TRANSPARENT',
      [],
    ],
    ['what was cancelled', 'DTSTART;VALUE=DATE:20261222\nSTATUS:CANCELLED', []],
    ['what is over', 'DTSTART;VALUE=DATE:20261120', []],
    [
      'what runs since yesterday, whole',
      'DTSTART;VALUE=DATE:20261130\nDTEND;VALUE=DATE:20261203',
      ['2026-11-30 2026-12-02'],
    ],
    [
      'every other Friday, without the one that is excepted',
      'DTSTART;VALUE=DATE:20261204\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3\nEXDATE;VALUE=DATE:20261218',
      ['2026-12-04 2026-12-04', '2027-01-01 2027-01-01'],
    ],
    [
      'a recurrence that began long ago',
      'DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY',
      ['2027-01-01 2027-01-01', '2028-01-01 2028-01-01'],
    ],
  ])('%s', (_what, event, found) => {
    expect(days(event)).toEqual(found);
  });

  it('follows an occurrence that was moved', () => {
    expect(
      days(
        'UID:a\nDTSTART;VALUE=DATE:20261204\nRRULE:FREQ=WEEKLY;COUNT=2',
        'UID:a\nRECURRENCE-ID;VALUE=DATE:20261211\nDTSTART;VALUE=DATE:20261214',
      ),
    ).toEqual(['2026-12-04 2026-12-04', '2026-12-14 2026-12-14']);
  });

  it.each([
    ['DAILY without end', 'RRULE:FREQ=DAILY', /more than 200 absences/],
    ['every second', 'RRULE:FREQ=SECONDLY', /a recurrence of this kind/],
    [
      'a day that never comes',
      'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      /a recurrence of this kind/,
    ],
  ])('refuses %s', (_what, rule, reason) => {
    expect(() => days(`DTSTART;VALUE=DATE:20261204\n${rule}`)).toThrow(reason);
  });

  it('refuses recurrences since the beginning of time', () => {
    expect(() => days('DTSTART;VALUE=DATE:19000101\nRRULE:FREQ=DAILY')).toThrow(
      /recurs more than 10000 times/,
    );
  });

  it('refuses too many events, and what is no calendar', () => {
    const many = Array(2_001).fill('DTSTART;VALUE=DATE:20261204');
    expect(() => days(...many)).toThrow(/more than 2000 events/);
    expect(() => absenceDays('<html></html>', NEW_YORK)).toThrow();
    expect(() => absenceDays('', NEW_YORK)).toThrow();
  });
});
