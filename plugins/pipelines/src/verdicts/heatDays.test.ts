import { interval, LATE, slot } from '../__testUtils__';
import { dayByKey, daysOfIntervals, daysOfSlots, monthWeeks } from './heatDays';

describe('monthWeeks', () => {
  it('begins weeks on Monday: 1 November 2026 is a Sunday', () => {
    const weeks = monthWeeks('2026-11');
    expect(weeks).toHaveLength(6);
    expect(weeks[0]).toEqual([...Array(6).fill(undefined), '2026-11-01']);
    expect(weeks[5]).toEqual(['2026-11-30', ...Array(6).fill(undefined)]);
  });

  it('knows leap years', () => {
    expect(monthWeeks('2028-02').flat().filter(Boolean)).toHaveLength(29);
  });
});

describe('daysOfSlots', () => {
  it('puts several slots of a day together', () => {
    const days = daysOfSlots([
      slot(7),
      slot(8),
      { ...slot(8, LATE), key: 'b' },
    ]);
    expect([...days.keys()]).toEqual(['2026-11-07', '2026-11-08']);
    expect(days.get('2026-11-08')?.states).toEqual(['met', 'missed']);
  });
});

describe('daysOfIntervals', () => {
  const options = {
    month: '2026-11',
    timeZone: 'America/New_York',
    now: Date.parse('2026-11-23T15:00:00Z'),
  };

  it('puts a time on each day that it touches, in the zone of the SLA', () => {
    // Until 18:10 in New York on the 17th, though in UTC it is later.
    const days = daysOfIntervals([interval()], options);
    expect([...days.keys()]).toEqual(['2026-11-17']);
    const night = interval({ to: '2026-11-18T05:00:00.001Z' });
    expect([...daysOfIntervals([night], options).keys()]).toEqual([
      '2026-11-17',
      '2026-11-18',
    ]);
    const until = interval({ to: '2026-11-18T05:00:00.000Z' });
    expect([...daysOfIntervals([until], options).keys()]).toHaveLength(1);
  });

  it('ends what lasts with today', () => {
    const days = daysOfIntervals(
      [interval({ from: '2026-11-22T05:00:00.000Z', to: undefined })],
      options,
    );
    expect([...days.keys()]).toEqual(['2026-11-22', '2026-11-23']);
  });
});

describe('dayByKey', () => {
  const dates = ['2026-11-02', '2026-11-03', '2026-11-06', '2026-11-16'];

  it.each([
    ['2026-11-03', 'ArrowRight', '2026-11-06'],
    ['2026-11-03', 'ArrowLeft', '2026-11-02'],
    ['2026-11-02', 'ArrowDown', '2026-11-16'],
    ['2026-11-16', 'ArrowUp', '2026-11-02'],
    ['2026-11-16', 'ArrowRight', undefined],
    ['2026-11-02', 'ArrowUp', undefined],
    ['2026-11-06', 'Home', '2026-11-02'],
    ['2026-11-06', 'End', '2026-11-16'],
    ['2026-11-06', 'a', undefined],
  ])('from %s by %s to %s', (from, key, to) => {
    expect(dayByKey(dates, from, key)).toBe(to);
  });
});
