import { cronWords, deadlineWords, zonePlace } from './timeWords';

describe('cronWords', () => {
  it.each([
    ['0 6 * * *', 'at 06:00 every day'],
    ['0 6 1 * *', 'at 06:00 on day 1 of the month'],
    ['0 6 L * *', 'at 06:00 on the last day of the month'],
    ['0 9 * * 1', 'at 09:00 every Monday'],
    ['0 8 * * 1,5', 'at 08:00 every Monday and Friday'],
    ['30 7 * * 1-5', 'at 07:30 Monday through Friday'],
    ['0 6,18 * * *', 'at 06:00 and 18:00 every day'],
    ['*/15 * * * *', 'every 15 minutes'],
    ['0 * * * *', 'every hour'],
    [
      '0 6 1 1,4,7,10 *',
      'at 06:00 on day 1 of the month in January, April, July, and October',
    ],
    ['0 6 1 * 1', 'at 06:00 on day 1 of the month and on Monday'],
  ])('says %s as "%s"', (cron, words) => {
    expect(cronWords(cron)).toBe(words);
  });
});

describe('deadlineWords', () => {
  it.each([
    ['every day 09:00', '09:00 every day'],
    ['every day', 'the end of every day'],
    ['every business day 09:00', '09:00 on every business day'],
    ['friday end of day', 'the end of every Friday'],
    ['friday 17:00', '17:00 every Friday'],
    ['end of week', 'the end of the week'],
    ['1st day of month 06:00', '06:00 on day 1 of the month'],
    ['last day of month 18:00', '18:00 on the last day of the month'],
    ['end of month', 'the end of the month'],
    ['1st business day 09:00', '09:00 on the 1st business day of the month'],
    ['2nd business day', 'the end of the 2nd business day of the month'],
    ['13th business day 09:00', '09:00 on the 13th business day of the month'],
    ['22nd business day 09:00', '09:00 on the 22nd business day of the month'],
    ['last business day 17:00', '17:00 on the last business day of the month'],
    ['when the cows come home', 'when the cows come home'],
  ])('says "%s" as "%s"', (deadline, words) => {
    expect(deadlineWords(deadline)).toBe(words);
  });
});

describe('zonePlace', () => {
  it.each([
    ['America/New_York', 'New York'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
    ['UTC', 'UTC'],
  ])('calls %s %s', (zone, place) => {
    expect(zonePlace(zone)).toBe(place);
  });
});
