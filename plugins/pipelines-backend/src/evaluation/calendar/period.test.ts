import fc from 'fast-check';
import { at, DAY, NEW_YORK, shown } from '../__testUtils__/instants';
import {
  monthOf,
  periodAt,
  periodBefore,
  periodsBetween,
  PeriodUnit,
} from './period';

describe('periods', () => {
  it.each<[sentence: string, month: string, zone: string, seconds: number]>([
    ['March 2025 in New York lacks an hour', '2025-03', NEW_YORK, 2_674_800],
    ['November 2025 has one more', '2025-11', NEW_YORK, 2_595_600],
    ['March 2025 in UTC has all', '2025-03', 'UTC', 2_678_400],
    ['a leap February', '2028-02', NEW_YORK, 29 * 86_400],
  ])('%s', (_, month, zone, seconds) => {
    const { from, to } = monthOf(month, zone);
    expect((to - from) / 1_000).toBe(seconds);
  });

  it.each<[unit: PeriodUnit, instant: string, label: string, from: string]>([
    ['day', '2026-11-01 23:59', '2026-11-01', '2026-11-01 00:00 -04:00'],
    ['week', '2026-11-01 23:59', '2026-W44', '2026-10-26 00:00 -04:00'],
    ['week', '2027-01-01 12:00', '2026-W53', '2026-12-28 00:00 -05:00'],
    ['month', '2026-10-31 23:59', '2026-10', '2026-10-01 00:00 -04:00'],
    ['quarter', '2026-11-15 12:00', '2026-Q4', '2026-10-01 00:00 -04:00'],
    ['quarter', '2026-03-31 23:59', '2026-Q1', '2026-01-01 00:00 -05:00'],
  ])('a %s holds %s: %s', (unit, instant, label, from) => {
    const period = periodAt(unit, at(instant), NEW_YORK);
    expect([period.label, shown(period.from)]).toEqual([label, from]);
  });

  it('the one before the first month of a year', () => {
    const january = monthOf('2026-01', NEW_YORK);
    expect(periodBefore(january, NEW_YORK).label).toBe('2025-12');
  });

  it('refuses what is no month', () => {
    expect(() => monthOf('2026-13', 'UTC')).toThrow(RangeError);
  });

  it('in every zone each begins where the one before ends', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
        fc.constantFrom<PeriodUnit>('day', 'week', 'month', 'quarter'),
        fc.integer({
          min: at('2010-01-01T00:00Z'),
          max: at('2030-01-01T00:00Z'),
        }),
        (zone, unit, from) => {
          const periods = periodsBetween(unit, from, from + 40 * DAY, zone);
          expect(periods[0].from).toBeLessThanOrEqual(from);
          periods.slice(1).forEach((period, index) => {
            expect(period.to).toBeGreaterThan(period.from);
            expect(period.from).toBe(periods[index].to);
            expect(periodBefore(period, zone)).toEqual(periods[index]);
          });
        },
      ),
    );
  });
});
