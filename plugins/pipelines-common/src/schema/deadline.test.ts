import { DEADLINE_EXAMPLES, parseDeadline } from './deadline';

describe('parseDeadline', () => {
  it.each([
    ['every day 09:00', { day: { type: 'every-day' }, time: '09:00' }],
    [
      'every business day',
      { day: { type: 'every-business-day' }, time: '24:00' },
    ],
    [
      'Friday end of day',
      { day: { type: 'weekday', weekday: 'friday' }, time: '24:00' },
    ],
    [
      'end of week',
      { day: { type: 'weekday', weekday: 'sunday' }, time: '24:00' },
    ],
    ['end of month', { day: { type: 'last-day-of-month' }, time: '24:00' }],
    [
      'last day of month 18:00',
      { day: { type: 'last-day-of-month' }, time: '18:00' },
    ],
    [
      '1st day of month 06:00',
      { day: { type: 'day-of-month', number: 1 }, time: '06:00' },
    ],
    [
      '31st day of month',
      { day: { type: 'day-of-month', number: 31 }, time: '24:00' },
    ],
    [
      '5th  business day 09:00',
      { day: { type: 'business-day-of-month', number: 5 }, time: '09:00' },
    ],
    [
      'last business day 17:00',
      { day: { type: 'last-business-day-of-month' }, time: '17:00' },
    ],
  ])('reads "%s"', (words, expected) => {
    expect(parseDeadline(words)).toEqual(expected);
  });

  it.each([
    '',
    'soon',
    '0th day of month',
    '32nd day of month',
    '24th business day',
    'friday 25:00',
    'friday 09:60',
    'end of week 09:00',
    '09:00',
  ])('does not read "%s"', words => {
    expect(parseDeadline(words)).toBeUndefined();
  });

  it('reads every example that its error message gives', () => {
    expect(DEADLINE_EXAMPLES.map(parseDeadline)).not.toContain(undefined);
  });
});
